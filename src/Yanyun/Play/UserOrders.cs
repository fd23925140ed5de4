using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Cli.Front;
using Yanyun.Deciders;
using Yanyun.Engine;

namespace Yanyun.Cli.Play;

/// <summary>An order of the user for a day.</summary>
/// <param name="Text">As written.</param>
public sealed record UserOrder(string Text, Day Day, Order Order)
{
    /// <summary>Reads <c>DATE SEAT VERB key=slug ...</c>.</summary>
    public static (UserOrder? Order, Mistake? Mistake) Read(string text, Bookmark bookmark, Calendar calendar)
    {
        const string at = "--order";
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A romanised lunar date is two words: Shaoxing 10/5/29.
        var dateWords = words.Length > 0 && char.IsAsciiLetter(words[0][0]) ? 2 : 1;
        if (words.Length < dateWords + 2) return (null, Mistake.Usage($"{at} '{text}'", CliMessages.OrderShort, null, words.Length));
        var (day, wrong) = Dates.Read(calendar, at, string.Join(' ', words[..dateWords]));
        if (wrong is not null) return (null, wrong);
        var scenario = bookmark.Scenario;
        if (day <= scenario.FirstDay || day > scenario.LastDay)
            return (null, Mistake.NotHere(at, CliMessages.DayOutside, null, Dates.All(calendar, day), bookmark.Head.Slug,
                (scenario.FirstDay + 1).ToString(), scenario.LastDay.ToString()));
        var seats = bookmark.Slugs.Seats;
        var seatWord = words[dateWords];
        if (seats[seatWord] == 0) return (null, Mistake.NotHere(at, CliMessages.UnknownSeat, Nearest.To(seatWord, seats.Ids), seatWord, seats.Ids));
        var problems = new Problems();
        var order = new OrderWords(bookmark.Slugs, scenario.Atlas).Read(new SeatId((byte)seats[seatWord]), words[dateWords + 1],
            words[(dateWords + 2)..], new Location(at, 0, 0), problems, out var usage);
        return order is { } read
            ? (new UserOrder(text, day, read), null)
            : (null, new Mistake(usage ? Exit.WrongUsage : Exit.NotHere, problems.All));
    }
}

/// <summary>A seat whose mind gives way to another on a day: the past of a fork is decided as usual, what follows as asked.</summary>
public sealed class ForkMind(IMind? before, IMind? after, Day fork) : IReasoningMind
{
    public bool WakesToday(in View view) => Now(view)?.WakesToday(view) ?? false;

    public void Decide(in View view, Orders orders) => Now(view)?.Decide(view, orders);

    /// <summary>Of either: an order of today was given by the one whose day it is.</summary>
    public Reason ReasonOf(in Order order, int today) => (after as IReasoningMind)?.ReasonOf(order, today) is { Motive: not Motive.None } reason ? reason
        : (before as IReasoningMind)?.ReasonOf(order, today) ?? default;

    private IMind? Now(in View view) => view.Date < fork ? before : after;
}
