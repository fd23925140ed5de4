using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>What a link in a chain that a seat knows is.</summary>
public enum Known : byte
{
    /// <summary>What the seat believes, and of which day it is true.</summary>
    Belief = 1,
    /// <summary>What came back to it.</summary>
    Answer = 2,
    /// <summary>That nothing has come back.</summary>
    Waiting = 3,
    /// <summary>What it ordered, directed or offered itself.</summary>
    Order = 4,
    /// <summary>What it was directed to do.</summary>
    Edict = 5,
}

/// <summary>A link of a chain of causes as far as a seat knows it.</summary>
/// <param name="Day">Days from the first day; of a belief the day that it is true of.</param>
/// <param name="Code">Of an answer, the reason that was given; accepted when none was, or it is no answer.</param>
/// <param name="Decided">Nothing caused it but the seat's own decision.</param>
/// <param name="English">The sentence piece by piece, its figures with what they are figures of.</param>
public sealed record KnownLink(Known Kind, int Day, Code Code, bool Decided, IReadOnlyList<Piece> English, IReadOnlyList<Piece> Chinese)
{
    public Bilingual Text { get; } = new(Piece.TextOf(English), Piece.TextOf(Chinese));
}

/// <summary>
/// Tells why something is so as far as one seat knows: from what it believes, through what was answered, back to what it ordered or was directed to do.
/// Read from its <see cref="View"/> alone: equal views give equal words. Events of the world, which a seat never sees, are not told here.
/// </summary>
public sealed class SeatTeller
{
    private readonly Speaker _english, _chinese;

    private readonly Tenures _tenures;

    public SeatTeller(Bookmark bookmark, Calendar calendar)
    {
        _tenures = new Tenures(bookmark);
        (_english, _chinese) = (new Speaker(bookmark, calendar, Language.English, _tenures), new Speaker(bookmark, calendar, Language.Chinese, _tenures));
        _english.Names.AsOf(Tenures.Learnt);
        _chinese.Names.AsOf(Tenures.Learnt);
    }

    /// <summary>The chain of a force that the seat has heard of, newest first.</summary>
    public IReadOnlyList<KnownLink> Of(in View view, ForceId force)
    {
        _tenures.Learn(view);
        var chain = new List<KnownLink>();
        var belief = view[force];
        if (!belief.Known) return chain;
        chain.Add(Link(Known.Belief, belief.AsOf, Said(belief.Place.Exists ? HearsayPhrases.ForceAt : HearsayPhrases.ForceSomewhere,
            ("day", new OnDay(belief.AsOf)), ("force", force), ("place", belief.Place), ("men", new Men((int)Band.Men(belief.Men))))));
        var book = view.Ordered(force);
        if (book.GivenOn > 0)
        {
            var task = Sentences.Task(book.Task, book.Target, book.TargetForce);
            if (book.ConfirmedOn == 0) chain.Add(Link(Known.Waiting, view.Today, Said(HearsayPhrases.NoAnswer, ("day", new OnDay(book.ExpectedOn)))));
            else if (book.Answer != Code.Accepted)
                chain.Add(Link(Known.Answer, book.ConfirmedOn, Said(Answered(book.Answer), ("force", force), ("task", task), ("ago", Given(book.GivenOn)),
                    ("reason", Sentences.Reason(book.Reason))), book.Reason));
            chain.Add(Link(Known.Order, book.GivenOn, Said(CommandPhrases.OrderToForce, ("seat", view.Seat), ("force", force), ("task", task)), decided: true));
        }
        Offer(view, view.TalksWith(force), chain);
        return chain;
    }

    /// <summary>The chain of a command under the seat, or of the seat itself, newest first.</summary>
    public IReadOnlyList<KnownLink> Of(in View view, SeatId seat)
    {
        _tenures.Learn(view);
        var chain = new List<KnownLink>();
        if (seat == view.Seat)
        {
            var office = view.Office;
            if (office.Aim.Kind != OrderKind.Direct || !office.Superior.Exists) return chain;
            var aim = office.Aim.As<Direct>();
            chain.Add(Link(Known.Edict, Math.Max(office.DecidedOn, office.RefusedOn), Said(CommandPhrases.EdictGiven, ("seat", office.Superior), ("to", seat),
                ("task", Sentences.Task(aim.Task, aim.Place, default)))));
            return chain;
        }
        var book = view.Directed(seat);
        if (book.GivenOn == 0) return chain;
        var task = Sentences.Task(book.Task, book.Target, default);
        if (book.AnsweredOn == 0) chain.Add(Link(Known.Waiting, view.Today, Said(HearsayPhrases.NoMemorial)));
        else if (book.Answer != Code.Accepted)
            chain.Add(Link(Known.Answer, book.AnsweredOn, Said(AnsweredEdict(book.Answer, book.Reason), ("seat", seat), ("task", task), ("ago", Given(book.GivenOn)),
                ("reason", Sentences.Reason(book.Reason))), book.Reason));
        chain.Add(Link(Known.Order, book.GivenOn, Said(CommandPhrases.EdictGiven, ("seat", view.Seat), ("to", seat), ("task", task)), decided: true));
        return chain;
    }

    /// <summary>The chain of a place, newest first.</summary>
    public IReadOnlyList<KnownLink> Of(in View view, PlaceId place)
    {
        _tenures.Learn(view);
        var chain = new List<KnownLink>();
        var belief = view[place];
        if (belief.Holder.Exists)
            chain.Add(belief.AsOf > 0
                ? Link(Known.Belief, belief.AsOf, Said(HearsayPhrases.PlaceHeld, ("day", new OnDay(belief.AsOf)), ("place", place), ("polity", belief.Holder)))
                : Link(Known.Belief, 0, Said(HearsayPhrases.PlaceAtFirst, ("place", place), ("polity", belief.Holder))));
        // What the seat has ordered to be done there.
        for (short f = 1; f < view.ForceRows; f++)
            if (view.Ordered(new ForceId(f)) is { GivenOn: > 0 } book && book.Target == place)
                foreach (var link in Of(view, new ForceId(f)))
                    if (link.Kind != Known.Belief) chain.Add(link);
        Offer(view, view.TalksWith(place), chain);
        return chain;
    }

    private void Offer(in View view, in Talk talk, List<KnownLink> chain)
    {
        if (!talk.By.Exists) return;
        if (talk.ToldOn == 0) chain.Add(Link(Known.Waiting, view.Today, Said(HearsayPhrases.NotYetTold)));
        else
        {
            var code = CodeText.Of(talk.Told).Sentence;
            chain.Add(Link(Known.Answer, talk.ToldOn, Said(HearsayPhrases.OfferAnswered, ("answer", code)), talk.Told));
        }
        chain.Add(Link(Known.Order, talk.Began, Said(HearsayPhrases.Offered, ("seat", view.Seat),
            ("what", new Saying(HearsayPhrases.Strings, ("n", new Exactly(talk.Strings))))), decided: true));
    }

    private static Phrase Answered(Code answer) => answer switch
    {
        Code.Obeys => CommandPhrases.Obeyed,
        Code.Adapts => CommandPhrases.Adapted,
        Code.Delays => CommandPhrases.Delayed,
        _ => CommandPhrases.Refused,
    };

    private static Phrase AnsweredEdict(Code answer, Code reason) => answer switch
    {
        Code.Obeys when reason == Code.Accepted => CommandPhrases.EdictObeyed,
        Code.Obeys or Code.Adapts => CommandPhrases.EdictObeyedAgainst,
        Code.Delays => CommandPhrases.EdictDelayed,
        _ => CommandPhrases.EdictRefused,
    };

    private static Saying Given(int day) => new(HearsayPhrases.GivenOn, ("day", new OnDay(day)));

    private static Saying Said(Phrase phrase, params (string, object)[] holes) => new(phrase, holes);

    private KnownLink Link(Known kind, int day, Saying saying, Code code = Code.Accepted, bool decided = false) =>
        new(kind, day, code, decided, _english.Parts(saying), _chinese.Parts(saying));
}
