using Yanyun.Engine;
using Yanyun.Engine.Rules;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>Checks watched over made-up nights of the small war: the events of a day are put in the log by hand.</summary>
public class ScorerSpec
{
    private readonly World _world = AtWar();
    private readonly EventLog _log = new();
    private readonly ScriptProgress _progress = new(
        new Yanyun.Engine.Script([default, new ScriptEntry(1, SongField, 10, 10, 20, 0, 0, 0, 0, 0, default, default)], [new Condition(ConditionKind.Always)], [], [], 5));

    /// <summary>Days 5 to 9 from the first, or from the firing of the one entry.</summary>
    private static readonly Window s_fixed = new(0, 5, 9), s_after = new(1, 2, 4);

    private Scorer Watching(bool waived, params Predicate[] nodes) =>
        new(new CheckBook([default, new Check(1, CheckKind.Outcome, 0, 0, (short)(nodes[0].Window.After), 0, 0)], nodes, [Yue, Army], [1], [], 0), _progress, waived);

    private bool Met(Scorer scorer) => scorer.Met(scorer.Book.Checks[1]);

    private void Night(Scorer scorer, int day, Action? events = null)
    {
        _world.Clock.Today = day;
        _world.Clock.Ordinal = 0;
        _world.Log = _log;
        events?.Invoke();
        scorer.Night(_world, _log);
        _log.Clear();
    }

    private void Take(PlaceId place, PolityId by, ForceId force) => _world.Emit(new PlaceTaken(place, by, force, _world[place].Holder, Taking.Opened), EventRef.None);

    private void Fight(PlaceId at, ForceId attacker, ForceId defender, bool attackerWins, int men = 2000)
    {
        var (a, d) = (_world[attacker].Polity, _world[defender].Polity);
        _world.Emit(new BattleJoined(new Spot(at), FightKind.Field, attacker, defender, default, default, a, d, men / 2, men / 2, 500, Ground.Plain, false), EventRef.None);
        _world.Emit(
            new BattleEnded(new Spot(at), FightKind.Field, attacker, defender, attackerWins ? a : d, attackerWins ? d : a, 100, 300, 4, false), EventRef.None);
    }

    [Fact]
    public void A_taking_counts_inside_its_window_and_by_the_right_hand()
    {
        var taken = new Predicate(PredicateKind.Taken, s_fixed, Place: Yingchang, Polity: Song, First: 0, Count: 1);
        var early = Watching(false, taken);
        Night(early, 4, () => Take(Yingchang, Song, Yue));
        Assert.False(Met(early));
        var other = Watching(false, taken);
        Night(other, 6, () => Take(Yingchang, Song, Liu));
        Assert.False(Met(other));
        var right = Watching(false, taken);
        Night(right, 9, () => Take(Yingchang, Song, Yue));
        Assert.True(Met(right));
    }

    [Fact]
    public void A_place_is_held_when_it_is_held_every_night_of_the_window()
    {
        var scorer = Watching(false, new Predicate(PredicateKind.Holds, s_fixed, Place: Caizhou, Polity: Song));
        for (var day = 1; day < 12; day++) Night(scorer, day);
        Assert.True(Met(scorer));
        scorer.Reset();
        for (var day = 1; day < 12; day++)
        {
            _world[Caizhou].Holder = day == 7 ? Jin : Song;
            Night(scorer, day);
        }
        Assert.False(Met(scorer));
    }

    [Fact]
    public void A_window_never_looked_at_holds_nothing()
    {
        var scorer = Watching(false, new Predicate(PredicateKind.Holds, s_after, Place: Caizhou, Polity: Song));
        for (var day = 1; day < 30; day++) Night(scorer, day);
        Assert.False(Met(scorer));
    }

    [Fact]
    public void A_relative_window_hangs_on_the_day_the_entry_really_fired()
    {
        var scorer = Watching(false, new Predicate(PredicateKind.Taken, s_after, Place: Yingchang, Polity: Song));
        Night(scorer, 12, () => Take(Yingchang, Song, Yue));
        Assert.False(Met(scorer));
        _progress.Close(1, EntryFate.Late, 15);
        Night(scorer, 17, () => Take(Yingchang, Song, Yue));
        Assert.True(Met(scorer));
    }

    [Fact]
    public void A_check_whose_entry_did_not_fire_is_missed()
    {
        var scorer = Watching(false, new Predicate(PredicateKind.Not, s_after, 2, 1), new Predicate(PredicateKind.Taken, s_after, Place: Yingchang, Polity: Song));
        Night(scorer, 12);
        Assert.False(Met(scorer));
    }

    [Fact]
    public void With_nobody_playing_windows_hang_on_the_days_of_history()
    {
        var scorer = Watching(true, new Predicate(PredicateKind.Taken, s_after, Place: Yingchang, Polity: Song));
        Night(scorer, 13, () => Take(Yingchang, Song, Yue));
        Assert.True(Met(scorer));
    }

    [Fact]
    public void A_fight_counts_for_its_winner_near_enough_and_large_enough()
    {
        Predicate Won(int li, int men) => new(PredicateKind.Fought, s_fixed, Place: Yingchang, Polity: Song, Against: Jin, Li: (short)li, Number: men);
        foreach (var (predicate, attackerWins, met) in new[] { (Won(150, 1500), true, true), (Won(150, 1500), false, false), (Won(100, 1500), true, false), (Won(150, 2001), true, false) })
        {
            var scorer = Watching(false, predicate);
            Night(scorer, 6, () => Fight(Caizhou, Yue, Army, attackerWins));
            Assert.Equal(met, Met(scorer));
        }
    }

    [Fact]
    public void Losses_are_summed_over_fights_and_compared()
    {
        Predicate Worse(int perMille) => new(PredicateKind.Losses, s_fixed, Place: Caizhou, Polity: Song, Against: Jin, Li: 10, Number: perMille);
        foreach (var (perMille, met) in new[] { (3000, true), (3001, false) })
        {
            var scorer = Watching(false, Worse(perMille));
            Night(scorer, 6, () => Fight(Caizhou, Yue, Army, true));
            Night(scorer, 7, () => Fight(Caizhou, Yue, Army, true));
            Assert.Equal(met, Met(scorer));
        }
    }

    [Fact]
    public void Count_asks_for_so_many_of_those_under_it()
    {
        Predicate Of(PlaceId place) => new(PredicateKind.Taken, s_fixed, Place: place, Polity: Song);
        foreach (var (number, met) in new[] { (2, true), (3, false) })
        {
            var scorer = Watching(false, new Predicate(PredicateKind.Count, s_fixed, 4, 3, Number: number), Of(Yingchang), Of(Kaifeng), Of(Luoyang));
            Night(scorer, 6, () => { Take(Yingchang, Song, Yue); Take(Luoyang, Song, Yue); });
            Assert.Equal(met, Met(scorer));
        }
    }

    [Fact]
    public void Watching_changes_nothing()
    {
        var scorer = Watching(false, new Predicate(PredicateKind.Near, s_fixed, Place: Kaifeng, Li: 500, First: 0, Count: 2));
        var before = WorldHash.Full(_world);
        _world.Clock.Today = 6;
        scorer.Night(_world, _log);
        _world.Clock.Today = 0;
        Assert.Equal(before, WorldHash.Full(_world));
        Assert.True(Met(scorer));
    }
}
