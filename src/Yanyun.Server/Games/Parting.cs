using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;

namespace Yanyun.Server.Games;

/// <summary>An event of one of two histories, on the day on which they part.</summary>
/// <param name="Cause">The event that caused it; none: nothing did but a decision, a rule or the dice.</param>
public sealed record Parted(EventRef Id, EventKind Kind, IReadOnlyList<Piece> Parts, EventRef Cause)
{
    public string Text => string.Concat(Parts.Select(piece => piece.Text));
}

/// <summary>The first event of two histories of one scenario that is not the same in both; a side that has nothing more on that day is null.</summary>
public sealed record FirstEvent(int Day, Parted? Left, Parted? Right);

/// <summary>The first sentence of two chronicles that tells of something else; a side that tells nothing more on that day is null.</summary>
public sealed record FirstLine(int Day, Line? Left, Line? Right);

/// <summary>An order that on a day only one of two histories has.</summary>
/// <param name="Later">Days after which the other gives the same order, where it was put off and not left out; null: within <see cref="Change.MostDays"/> it does not.</param>
public sealed record OneSided(bool IsLeft, Order Order, int? Later);

/// <summary>A place and the first day on which two histories have it in different hands.</summary>
public sealed record Strayed(PlaceId Place, int Day, PolityId Left, PolityId Right);

/// <summary>Where and when two histories of one scenario part.</summary>
public static class Parting
{
    /// <summary>Days that both have.</summary>
    public static int Shared(Reel left, Reel right) => Math.Min(left.Days, right.Days);

    /// <summary>
    /// The first event that differs, of any kind; of those of that day rather one whose sentences differ as well: the days that a rider will take are in none.
    /// Null where all of the shared days are the same. What keeps a record to its course is not looked at.
    /// </summary>
    public static FirstEvent? Event(Reel left, Reel right, Language language)
    {
        for (var day = 1; day <= Shared(left, right); day++)
        {
            if (left.Digest(day) == right.Digest(day)) continue;
            var (ours, theirs) = (left.Heard(day), right.Heard(day));
            var (mine, yours) = (Kept(ours), Kept(theirs));
            FirstEvent? first = null;
            for (var i = 0; i < Math.Max(mine.Count, yours.Count); i++)
            {
                if (i < mine.Count && i < yours.Count && mine[i].Kind == yours[i].Kind && Read(ours, mine[i]).Equals(Read(theirs, yours[i]))) continue;
                var here = new FirstEvent(day, Told(left, ours, mine, i, language), Told(right, theirs, yours, i, language));
                if (here.Left?.Text != here.Right?.Text) return here;
                first ??= here;
            }
            if (first is not null) return first;
        }
        return null;
    }

    /// <summary>The first sentence that differs in what it tells of; its wording and its figures may be others.</summary>
    public static FirstLine? Line(Reel left, Reel right, Language language)
    {
        for (var day = 1; day <= Shared(left, right); day++)
        {
            var (ours, theirs) = (left.Page(day, language).Lines, right.Page(day, language).Lines);
            for (var i = 0; i < Math.Max(ours.Count, theirs.Count); i++)
                if (i >= ours.Count || i >= theirs.Count || Subject(left, ours[i]) != Subject(right, theirs[i]))
                    return new FirstLine(day, i < ours.Count ? ours[i] : null, i < theirs.Count ? theirs[i] : null);
        }
        return null;
    }

    /// <summary>The orders of a day that only one of them has.</summary>
    public static IReadOnlyList<OneSided> Orders(Reel left, Reel right, int day)
    {
        var theirs = right.Orders(day).ToList();
        var sided = new List<OneSided>();
        foreach (var order in left.Orders(day))
            if (!theirs.Remove(order)) sided.Add(new OneSided(true, order, Later(left, right, day, order)));
        sided.AddRange(theirs.Select(order => new OneSided(false, order, Later(right, left, day, order))));
        return sided;
    }

    /// <summary>Days after which one history gives an order of the other that the other does not give a second time on that day.</summary>
    private static int? Later(Reel given, Reel other, int day, Order order)
    {
        for (var after = 1; after <= Change.MostDays && day + after <= Shared(given, other); after++)
            if (other.Orders(day + after).Contains(order) && !given.Orders(day + after).Contains(order)) return after;
        return null;
    }

    /// <summary>Every place that was ever in different hands, by the first day on which it was.</summary>
    public static IReadOnlyList<Strayed> Places(Reel left, Reel right)
    {
        var strayed = new List<Strayed>();
        var seen = new bool[left.Holders(0).Length];
        for (var day = 0; day <= Shared(left, right); day++)
        {
            var (ours, theirs) = (left.Holders(day), right.Holders(day));
            for (short p = 1; p < ours.Length; p++)
            {
                if (seen[p] || ours[p] == theirs[p]) continue;
                seen[p] = true;
                strayed.Add(new Strayed(new PlaceId(p), day, new PolityId(ours[p]), new PolityId(theirs[p])));
            }
        }
        return strayed;
    }

    private static List<EventLog.Entry> Kept(EventLog log)
    {
        var kept = new List<EventLog.Entry>();
        foreach (ref readonly var entry in log.Entries)
            if (!IsOfTheRecord(entry.Kind)) kept.Add(entry);
        return kept;
    }

    /// <summary>What keeps a record of history to its course, or lets it go, is nothing that happened in the war.</summary>
    internal static bool IsOfTheRecord(EventKind kind) => kind is EventKind.FateSet or EventKind.RecordImposed or EventKind.FateEnded;

    private static object Read(EventLog log, in EventLog.Entry entry) => EventTypes.Of(entry.Kind).Read(log.Bytes(entry));

    private static Parted? Told(Reel reel, EventLog log, List<EventLog.Entry> kept, int i, Language language)
    {
        if (i >= kept.Count) return null;
        var entry = kept[i];
        var teller = reel.Teller(language);
        return new Parted(entry.Id, entry.Kind, teller.Parts(entry, Read(log, entry)) ?? [], entry.Cause);
    }

    private static string Subject(Reel reel, Line line) =>
        $"{(line.Happened ? reel.Told(line.Event).Kind.ToString() : line.Wording)} {string.Join(',', line.About.Places)} {string.Join(',', line.About.Forces)} "
        + $"{string.Join(',', line.About.Persons)} {string.Join(',', line.About.Seats)}";
}
