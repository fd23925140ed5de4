using System.Text;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Reading;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Yanyun.Server.WhatIfs;

/// <summary>Makes experiments of the laboratory of what visitors ask: the words are the laboratory's, the past is a game's or history's.</summary>
public sealed class Question(Hall hall)
{
    /// <summary>Pairs at most. Balance: a quarter of an hour of one core; who needs more has the laboratory at home.</summary>
    public const int MostPairs = 5000;

    /// <summary>Outcomes times horizons at most. Balance: more than a page shows.</summary>
    public const int MostMeasures = 64;

    /// <summary>How problems call what was asked.</summary>
    private const string Body = "body";

    /// <summary>The experiment; or why there is none.</summary>
    public async Task<(Experiment? Experiment, Refusal? Why)> Read(WhatIf asked)
    {
        var (shelf, why) = asked.Game is null ? OfHistory(asked.Scenario) : await OfGame(asked);
        if (shelf is null) return (null, why);
        var problems = new Problems();
        var experiment = JsonFile.Parse(Encoding.UTF8.GetBytes(asked.Asked), Body, problems) is { } body
            ? ExperimentReader.Ask(WithoutOurs(body), Settled(asked, body), shelf, problems) : null;
        if (experiment is null) return (null, Refusal.Unfit(HallMessages.BadQuestion, Refusal.Said(problems)));
        if (experiment.Pairs > MostPairs || experiment.Outcomes.Count * experiment.Horizons.Count > MostMeasures)
            return (null, Refusal.Unfit(HallMessages.TooMuchAsked, experiment.Pairs, experiment.Outcomes.Count * experiment.Horizons.Count, MostPairs, MostMeasures));
        return (experiment, null);
    }

    /// <summary>The questions that ship with the house, of a scenario; or why they cannot be told.</summary>
    public (IReadOnlyList<ReadyQuestion>? Questions, Refusal? Why) Ready(string scenario)
    {
        lock (_reading)
        {
            if (_ready is null)
            {
                var (shelf, problems, beside) = (hall.Shelf, new Problems(), Path.GetDirectoryName(hall.Shelf.Folder)!);
                var country = new ExperimentShelf(shelf.Ids, shelf.Fresh, Cast.Words, shelf.Folder);
                var found = ReadyQuestion.In([Path.Combine(beside, "questions"), Path.Combine(beside, "claims")], country, problems);
                if (problems.Errors > 0) return (null, Refusal.Conflict(HallMessages.BadSet, Refusal.Said(problems)));
                _ready = found;
            }
            return ([.. _ready.Where(question => question.Scenario == scenario)], null);
        }
    }

    private readonly Lock _reading = new();
    private IReadOnlyList<ReadyQuestion>? _ready;

    /// <summary>What the house asks for itself, and the laboratory does not know.</summary>
    private static Mapping WithoutOurs(Mapping body) => new(body.At, [.. body.Entries.Where(entry => entry.Key.Text is not ("day" or "title"))]);

    private (string, Node)[] Settled(WhatIf asked, Mapping body)
    {
        Scalar Said(string text) => new(body.At, text, plain: false);
        Mapping Both(string text) => new(body.At, [(Said("en"), Said(text)), (Said("zh"), Said(text))]);
        var first = hall.Shelf.Take(asked.Scenario, [], new Problems())!.Scenario.FirstDay;
        var settled = new List<(string, Node)>
        {
            ("id", Said("whatif")), ("title", Both(asked.Title)), ("statement", Both(asked.Title)), ("scenario", Said(asked.Scenario)), ("from", Said("record")),
            ("start", Said((first + asked.Day + 1).ToString())),
        };
        // Without a width to stop at, as many pairs are played as are asked for.
        if (body["half_width"] is null) settled.Add(("half_width", Said("0")));
        return [.. settled];
    }

    private (ExperimentShelf? Shelf, Refusal? Why) OfHistory(string scenario)
    {
        var problems = new Problems();
        return hall.Shelf.Take(scenario, [], problems) is { } ground
            ? (new ExperimentShelf([scenario], (_, _) => ground.Bookmark, Cast.Words, hall.Shelf.Folder), null)
            : (null, Refusal.Unfit(HallMessages.BadSet, Refusal.Said(problems)));
    }

    private async Task<(ExperimentShelf? Shelf, Refusal? Why)> OfGame(WhatIf asked)
    {
        if (await hall.Store.Find(asked.Game!) is not { } row) return (null, Refusal.NotFound(HallMessages.UnknownGame, null, asked.Game!));
        var (ground, why) = hall.Waker.GroundOf(row.Head);
        if (ground is null) return (null, why);
        var (days, hashes) = (new List<Order[]>(), new List<ulong>());
        var (number, sum) = (0L, Entry.ChainStart);
        foreach (var entry in await hall.Store.Read(row.Head.Id, 0, row.Version))
        {
            if (!entry.Follows(number, sum)) return (null, Refusal.Conflict(HallMessages.Damaged, number + 1, entry.Day));
            (number, sum) = (entry.Number, entry.Sum);
            if (entry.Kind != EntryKind.Day) continue;
            if (entry.Day > asked.Day) break;
            days.Add(DayBody.Read(entry.Body).Orders);
            hashes.Add(entry.Hash);
        }
        if (asked.Day < 0 || asked.Day > days.Count) return (null, Refusal.Unfit(HallMessages.NoDay, asked.Day, days.Count));
        // The first day's facts are the game's past too: the laboratory refuses to change them, so that the house's own country is never touched.
        return (new ExperimentShelf([row.Head.Scenario], (_, _) => ground.Bookmark, Cast.Words)
        {
            Past = new RecordedPast(row.Head.Id, row.Head.Seed, days, hashes),
        }, null);
    }
}
