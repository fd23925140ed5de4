using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Chronicle.Records;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>Two histories of one scenario held against each other: the record, what minds play by a seed, games that one may know all of. And the record as a file.</summary>
public sealed class CompareApi(Desk desk)
{
    private readonly Sources _sources = new(desk);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scenarios/{scenario}/compare", (Delegate)Compare).WithName("compareHistories").Produces<CompareShape>().Faults();
        api.MapGet("/scenarios/{scenario}/record", (Delegate)Record).WithName("exportRecord").Faults();
    }

    private async Task<IResult> Compare(HttpContext context, string scenario, string left, string right)
    {
        var (ours, why) = await _sources.Named(context, scenario, left);
        if (ours is null) return Answers.Of(why!, context.Request);
        var (theirs, not) = await _sources.Named(context, scenario, right);
        if (theirs is null) return Answers.Of(not!, context.Request);
        var (a, b, language) = (ours.Reel, theirs.Reel, Answers.LanguageOf(context.Request));
        var (slugs, words, date) = (a.Ground.Bookmark.Slugs, a.Ground.Words, a.Ground.Scenario.FirstDay);
        var (first, told) = (Parting.Event(a, b, language), Parting.Line(a, b, language));
        string Slug(PolityId polity) => slugs.Of(polity);
        return Answers.Of(new CompareShape(
            new PastShape(ours.Id, ours.Title, a.Days), new PastShape(theirs.Id, theirs.Title, b.Days), Parting.Shared(a, b), await Kin(ours.Id, theirs.Id),
            first is null ? null : new FirstEventShape(first.Day, (date + first.Day).ToString(), Shape(a, first.Left), Shape(b, first.Right),
                [.. Parting.Orders(a, b, first.Day).Where(one => one.Order.Seat.Exists).Select(one =>
                    new OneSidedShape(one.IsLeft ? "left" : "right", slugs.Of(one.Order.Seat), words.Write(one.Order), one.Later))]),
            told is null ? null : new FirstLineShape(told.Day, (date + told.Day).ToString(), told.Left is { } l ? new Scene(a, language).Of(l) : null,
                told.Right is { } r ? new Scene(b, language).Of(r) : null),
            [.. Parting.Places(a, b).Select(one => new StrayedShape(slugs.Of(one.Place), one.Day, (date + one.Day).ToString(),
                one.Left.Exists ? Slug(one.Left) : null, one.Right.Exists ? Slug(one.Right) : null))]));
    }

    private static PartedShape? Shape(Reel reel, Parted? one)
    {
        if (one is null) return null;
        var scene = new Scene(reel, Chronicle.Language.English);
        return new PartedShape(scene.Id(one.Id), Scene.KindOf(one.Kind), one.Text, Scene.Of(one.Parts), one.Cause.Exists ? scene.Id(one.Cause) : null);
    }

    /// <summary>Days that two histories share by their making.</summary>
    private async Task<int?> Kin(string left, string right)
    {
        var (ours, theirs) = (await Line(left), await Line(right));
        foreach (var (id, day) in ours)
            foreach (var (other, otherDay) in theirs)
                if (id == other) return Math.Min(day, otherDay) is var shared && shared == int.MaxValue ? null : shared;
        return null;
    }

    /// <summary>A history and those that it came from, each with the days of it that are in the first.</summary>
    private async Task<List<(string Id, int Day)>> Line(string id)
    {
        var (line, day) = (new List<(string, int)> { (id, int.MaxValue) }, int.MaxValue);
        while (await desk.Hall.Store.Find(id) is { Head.Parent: { } parent } row)
        {
            day = Math.Min(day, row.Head.ParentDay);
            line.Add((parent, day));
            id = parent;
        }
        return line;
    }

    private IResult Record(HttpContext context, string scenario)
    {
        var ids = desk.Hall.Shelf.Ids;
        if (!ids.Contains(scenario))
            return Answers.Of(Refusal.NotFound(HallMessages.UnknownScenario, Chronicle.Reading.Nearest.To(Answers.Short(scenario), ids), Answers.Short(scenario), ids), context.Request);
        var path = RecordFile.OfHistory(desk.Hall.Shelf.Folder, scenario);
        return File.Exists(path) ? Results.File(Path.GetFullPath(path), "application/octet-stream", scenario + RecordFile.Extension)
            : Answers.Of(Refusal.Conflict(HallMessages.NoHistory, scenario), context.Request);
    }
}
