using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Games;
using Yanyun.Server.Http;
using Yanyun.Server.Views;

namespace Server.Tests;

/// <summary>Of every order that a seat can give, the table says before it is given what it promises, or plainly that no chance is in it and what it takes.</summary>
public class EveryOrderSpec
{
    private static readonly GameState s_state = new(TheShelf.Head("every"), TheShelf.Ground);
    private static readonly SeatId s_court = TheShelf.Seat("song-court"), s_yue = TheShelf.Seat("song-hubei-jingxi-command");

    /// <summary>By verb: who gives it, the fields, and what is forecast of it, in order. 1140, the first day, Song at war with Jin.</summary>
    private static Dictionary<string, (SeatId By, object?[] Given, string[] Told)> Orders()
    {
        var slugs = TheShelf.Ground.Bookmark.Slugs;
        var (own, other, enemy) = (slugs.Force("yue-beiwei"), slugs.Force("yue-zhang-xian"), Enemy());
        var (ezhou, xiangyang, kaifeng) = (Place("ezhou"), Place("xiangyang"), Place("kaifeng"));
        var (jin, paper) = (TheShelf.Seat("jin-court"), new TreatyId((byte)slugs.Treaties["peace-of-1142"]));
        var man = new PersonId((short)slugs.Persons["yue-fei"]);
        var home = s_state.World.Scenario.Risings.Skip(1).First(one => one.Home.Exists && UprisingRule.RisingAt(s_state.World.Scenario, one.Home, Song) > 0).Home;
        return new()
        {
            ["march"] = (s_yue, [own, xiangyang, Yanyun.Engine.Pace.Usual], ["sure", "march", "fight"]),
            ["take"] = (s_yue, [own, kaifeng, (byte)10], ["sure", "march", "fight", "storm", "summons"]),
            ["hold"] = (s_yue, [own, ezhou], ["sure", "ride", "fight"]),
            ["relieve"] = (s_yue, [own, xiangyang], ["sure", "march", "fight"]),
            ["follow"] = (s_yue, [own, other], ["sure", "ride"]),
            ["harass"] = (s_yue, [own, xiangyang], ["sure", "march"]),
            ["withdraw"] = (s_yue, [own, xiangyang], ["sure", "march"]),
            ["escort"] = (s_yue, [own, xiangyang, (byte)5], ["sure", "march"]),
            ["stance"] = (s_yue, [own, Stance.Avoid], ["sure", "ride"]),
            ["burn-bridge"] = (s_yue, [own, (short)1], ["sure", "ride", "burnt"]),
            ["summon"] = (s_yue, [own, kaifeng], ["sure", "ride", "summons"]),
            ["storm"] = (s_yue, [own, kaifeng], ["sure", "ride", "storm"]),
            ["sally"] = (s_yue, [own], ["sure", "ride", "fight"]),
            ["lift"] = (s_yue, [own], ["sure", "ride"]),
            ["convoy"] = (s_yue, [ezhou, xiangyang, 5000], ["grain", "letter"]),
            ["ride-with"] = (s_yue, [own], ["sure"]),
            ["stay-at"] = (s_yue, [xiangyang], ["journey"]),
            ["direct"] = (s_court, [s_yue, TaskKind.Take, kaifeng], ["obeys", "ride", "answer"]),
            ["grant"] = (s_court, [s_yue, Authority.Supreme], ["sure", "letter"]),
            ["inform"] = (s_yue, [s_court], ["sure", "letter"]),
            ["renounce"] = (s_court, [s_state.World.Scenario.Seats[jin.Value].Polity], ["sure"]),
            ["appoint"] = (s_court, [s_yue, man], ["sure", "letter"]),
            ["rouse"] = (s_court, [home], ["agents", "rising", "letter"]),
            ["entice"] = (s_court, [enemy, 20_000], ["offer", "answer"]),
            ["tempt"] = (s_court, [kaifeng, 20_000], ["offer", "answer"]),
            ["propose"] = (s_court, [jin, paper, (ushort)250, (ushort)250], ["peace", "peace-own"]),
            ["accept"] = (s_court, [jin, paper, (ushort)250, (ushort)250], ["peace-own"]),
            ["decline"] = (s_court, [jin, paper], ["sure", "letter"]),
            ["argue"] = (s_yue, [s_court, Counsel.War], ["sure", "letter"]),
            ["dismiss"] = (s_court, [s_yue, man], ["sure", "letter"]),
            ["arrest"] = (s_court, [man], ["submits", "ride"]),
            ["execute"] = (s_court, [man], ["submits", "ride"]),
        };
    }

    private static PlaceId Place(string slug) => new((short)TheShelf.Ground.Bookmark.Slugs.Places[slug]);

    private static PolityId Song => s_state.World.Scenario.Seats[s_court.Value].Polity;

    private static ForceId Enemy()
    {
        var view = new View(s_state.World, s_court);
        for (short f = 1; f < view.ForceRows; f++)
            if (view.PolityOf(new ForceId(f)) == s_state.World.Scenario.Seats[TheShelf.Seat("jin-court").Value].Polity && view.ReputedCommander(new ForceId(f)).Exists) return new ForceId(f);
        return ForceId.None;
    }

    private static IReadOnlyList<ForecastShape> Told(SeatId by, string verb, object?[] given)
    {
        var jin = s_state.World.Scenario.Seats[TheShelf.Seat("jin-court").Value].Polity;
        foreach (var seat in (SeatId[])[s_court, s_yue]) s_state.World[seat].Wars |= (ushort)(1 << jin.Value);
        s_state.World.BeliefOf(s_state.World.Scenario.Seats[by.Value].Beliefs, Place("kaifeng")).Holder = jin;
        return new SeatOdds(TheShelf.Ground.Bookmark).Of(new View(s_state.World, by), OrderVerbs.Find(verb)!, given).Forecasts;
    }

    [Fact]
    public void Every_verb_of_a_seat_is_priced() => Assert.Equal(OrderVerbs.OfSeats.Order(), Orders().Keys.Order());

    public static TheoryData<string> Verbs() => [.. OrderVerbs.OfSeats];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void It_is_said_what_an_order_promises_in_both_languages(string verb)
    {
        var (by, given, kinds) = Orders()[verb];
        var told = Told(by, verb, given);
        Assert.Equal(kinds, told.Select(one => one.What));
        foreach (var one in told)
        {
            Assert.Equal(one.Basis.Count, one.Basis.DistinctBy(row => row.Term).Count());
            Assert.All(one.Basis, row => Assert.True(row.En.Length > 0 && !row.En.Any(c => c > 0x4E00) && row.Zh.Any(c => c > 0x4E00), $"{row}"));
            Assert.True(one.Low is null || (one.Low <= one.Middle && one.Middle <= one.High), $"{one}");
            Assert.Equal(one.Unit == "none", one.What == "sure");
            if (one.Unit == "none") Assert.Contains(one.Basis, row => row.Term == "verdict");
            if (one.Unit == "per-mille" && one.Low is { } low) Assert.InRange(low, 0, one.High!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Of_an_order_with_nothing_given_nothing_is_said(string verb) =>
        Assert.Empty(Told(Orders()[verb].By, verb, new object?[OrderVerbs.Find(verb)!.Fields.Count]));
}
