using Yanyun.Chronicle.Bookmarks;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Lab.History;

/// <summary>
/// Finds history among the fates of the model: plays the decisions of the script and, at each outcome that the annals record, tries other dice for its
/// contests alone until one world has it; what no dice have is set down. Outcomes are taken in the order in which their windows close, and none that
/// was reached is given up again.
/// </summary>
public sealed class Reconstruction
{
    /// <summary>Worlds tried for an outcome, the one with the dice as they fell included.</summary>
    public const int Branches = 64;
    /// <summary>Days before the window of an outcome from which its contests have other dice. Balance: hosts that meet in it have met its outposts.</summary>
    public const int Lead = 3;
    /// <summary>The same where a decision that the outcome needs was never taken: what it waited for lies farther back. Balance.</summary>
    public const int DecisionLead = 14;
    /// <summary>Seeds that are played as the dice fall, to see which have most outcomes.</summary>
    public const int Seeds = 64;
    /// <summary>Of them, those from which history is reconstructed.</summary>
    public const int Candidates = 8;
    /// <summary>How far about its place, li: a day's march, as letters to towns go.</summary>
    public const int AboutLi = 60;
    /// <summary>Days between the courses that are kept to go back to.</summary>
    private const int Step = 5;

    private readonly Bookmark _bookmark;
    private readonly CheckBook _book;
    private readonly List<Course?> _kept = [];
    private readonly List<Finding> _findings = [];
    private readonly Course _main;
    private readonly Course _trial;
    private readonly Action<Finding>? _told;
    private List<Dated> _fates = [];

    private Reconstruction(Bookmark bookmark, ulong seed, Action<Finding>? told)
    {
        (_bookmark, _told) = (bookmark, told);
        _book = bookmark.Annals!.Checks;
        (_main, _trial) = (new Course(bookmark, seed), new Course(bookmark, seed));
        Keep();
    }

    /// <summary>Reconstructs the record of a bookmark that has annals.</summary>
    /// <param name="seed">Of the dice as they fall where nothing asks for others; <see cref="Best"/> tries some.</param>
    /// <param name="told">Is told each outcome as it is settled.</param>
    public static Reconstructed Of(Bookmark bookmark, ulong seed, Action<Finding>? told = null)
    {
        var search = new Reconstruction(bookmark, seed, told);
        search.Search();
        return search.Write(seed);
    }

    /// <summary>Outcomes that the record as a whole meets.</summary>
    private static int MetBy(Reconstructed found) => found.Findings.Count(finding => found.Met[finding.Check]);

    /// <summary>
    /// The record that meets most outcomes, of those reconstructed from the <see cref="Candidates"/> of the first <see cref="Seeds"/> that have most as the dice
    /// fall; of equals the one with less set down, then of the least seed. An early decision that the dice refuse cannot be mended later: one seed alone
    /// may leave a man alive whom history had put to death.
    /// </summary>
    /// <param name="told">Is told each candidate as it is done: its seed, outcomes met, outcomes set down.</param>
    public static Reconstructed Best(Bookmark bookmark, Action<ulong, int, int>? told = null)
    {
        Reconstructed? best = null;
        foreach (var seed in LikelySeeds(bookmark))
        {
            var found = Of(bookmark, seed);
            told?.Invoke(seed, MetBy(found), SetDown(found));
            if (best is null || (MetBy(found), -SetDown(found)).CompareTo((MetBy(best), -SetDown(best))) > 0) best = found;
        }
        return best!;
    }

    private static int SetDown(Reconstructed found) => found.Findings.Count(finding => finding.How == Reached.Imposed);

    /// <summary>The seeds that have most outcomes as the dice fall, least seed first.</summary>
    private static IEnumerable<ulong> LikelySeeds(Bookmark bookmark)
    {
        var met = new Dictionary<ulong, int>();
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var course = new Course(bookmark, seed);
            while (course.World.Today < bookmark.Scenario.Days - 1) course.Day([]);
            met[seed] = bookmark.Annals!.Checks.Checks.Count(check => check.Kind == CheckKind.Outcome && course.Scorer.Met(check));
        }
        return met.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Candidates).Select(pair => pair.Key).Order();
    }

    private void Search()
    {
        while (_main.World.Today < _bookmark.Scenario.Days - 1)
        {
            _main.Day(_fates);
            Keep();
            for (var c = 1; c < _book.Checks.Length; c++)
                if (_book.Checks[c].Kind == CheckKind.Outcome && !Settled(c) && Windows.Close(_book, _main.Cast.Progress!, c) <= _main.World.Today) Settle(c);
        }
        for (var c = 1; c < _book.Checks.Length; c++)
            if (_book.Checks[c].Kind == CheckKind.Outcome && !Settled(c)) Settle(c);
    }

    private bool Settled(int check) => _findings.Exists(finding => finding.Check == check);

    private void Settle(int check)
    {
        var finding = Meets(_main, check) ? new Finding(check, Reached.Freely, 1, [], _main.World.Today)
            : ByFate(check) ?? BySetting(check)
            ?? new Finding(check, Windows.Decided(_book, _main.Cast.Progress!, check) ? Reached.Missed : Reached.Undecided, Branches, [], _main.World.Today);
        _findings.Add(finding);
        _told?.Invoke(finding);
    }

    private bool Meets(Course course, int check) => course.Scorer.Met(_book.Checks[check]);

    /// <summary>Other dice for the contests of an outcome; null when none of them would have it.</summary>
    private Finding? ByFate(int check)
    {
        var places = Windows.Places(_book, _bookmark.Scenario, check);
        if (places.Count == 0) return null;
        var today = _main.World.Today;
        var lead = Windows.Decided(_book, _main.Cast.Progress!, check) ? Lead : DecisionLead;
        var from = Math.Clamp(Windows.Open(_book, _main.Cast.Progress!, check) - lead, 1, today);
        for (ushort salt = 1; salt < Branches; salt++)
        {
            List<Dated> fates = [];
            foreach (var (place, li) in places)
                fates.Add(new Dated(from, Order.Of(SeatId.None, new Ordain(place, (ushort)Math.Max(li, AboutLi), (ushort)today, salt))));
            if (!Try(fates, check, mustMeet: true)) continue;
            Adopt(fates);
            return new Finding(check, Reached.ByFate, salt + 1, fates, today);
        }
        return null;
    }

    /// <summary>The outcome set down: a holder, or what a fight would have cost. Null when there is nothing to set down.</summary>
    private Finding? BySetting(int check)
    {
        List<Dated> all = [];
        foreach (var node in Windows.Owed(_book, _main.Scorer, check))
        {
            var (from, to) = Windows.Of(_book.Nodes[node].Window, _main.Cast.Progress!);
            var day = Math.Clamp(_book.Nodes[node].Kind == PredicateKind.Holds ? from : (from + to) / 2, 1, _main.World.Today);
            Rewind(_trial, day - 1, _fates);
            List<Dated> fates = [.. Impositions.Of(_trial.World, _book, _book.Nodes[node], day)];
            if (fates.Count > 0 && Try([.. all, .. fates], check, mustMeet: false)) all.AddRange(fates);
        }
        if (all.Count == 0) return null;
        Adopt(all);
        return new Finding(check, Reached.Imposed, Branches, all, _main.World.Today);
    }

    /// <summary>Plays another course up to today. True when it keeps all that was reached, and has the outcome if it must.</summary>
    private bool Try(List<Dated> more, int check, bool mustMeet)
    {
        var today = _main.World.Today;
        var first = more.Min(fate => fate.Day);
        var fates = Joined(more);
        if (!Rewind(_trial, first - 1, fates)) return false;
        while (_trial.World.Today < today)
            if (!_trial.Day(fates)) return false;
        if (mustMeet && !Meets(_trial, check)) return false;
        foreach (var finding in _findings)
            if (finding.How is Reached.Freely or Reached.ByFate && finding.Day >= first && Meets(_main, finding.Check) && !Meets(_trial, finding.Check)) return false;
        return true;
    }

    /// <summary>Makes a course that was tried the one that is gone on with.</summary>
    private void Adopt(List<Dated> more)
    {
        var today = _main.World.Today;
        _fates = Joined(more);
        var first = more.Min(fate => fate.Day);
        Rewind(_main, first - 1, _fates);
        while (_main.World.Today < today)
        {
            _main.Day(_fates);
            Keep();
        }
    }

    private List<Dated> Joined(List<Dated> more) => [.. _fates.Concat(more).OrderBy(fate => fate.Day)];

    /// <summary>Has a course stand at the end of a day of the main one.</summary>
    private bool Rewind(Course course, int day, List<Dated> fates)
    {
        _kept[day / Step]!.CopyTo(course);
        while (course.World.Today < day)
            if (!course.Day(fates)) return false;
        return true;
    }

    private void Keep()
    {
        var today = _main.World.Today;
        if (today % Step != 0) return;
        if (_kept.Count <= today / Step) _kept.Add(new Course(_bookmark, _main.World.Seed));
        _main.CopyTo(_kept[today / Step]!);
    }

    /// <summary>Plays the whole once more, with the recorder listening.</summary>
    private Reconstructed Write(ulong seed)
    {
        var course = new Course(_bookmark, seed);
        course.World.Log = null;
        var recorder = new Recorder(course.Simulation);
        var (surveys, differ) = (Holders.DaysOf(_bookmark), new List<Difference>());
        while (course.World.Today < _main.World.Today)
        {
            recorder.Day([.. _fates.Where(fate => fate.Day == course.World.Today + 1).Select(fate => fate.Order)]);
            if (surveys.Contains(course.World.Date)) differ.AddRange(Holders.Against(_bookmark, course.World));
        }
        if (WorldHash.Full(course.World) != WorldHash.Full(_main.World))
            throw new InvalidOperationException("The record found is not the course that was searched.");
        var met = new bool[_book.Checks.Length];
        for (var c = 1; c < met.Length; c++) met[c] = Meets(_main, c);
        return new Reconstructed(seed, recorder.Record, _fates, met, _findings, differ, course.World);
    }
}
