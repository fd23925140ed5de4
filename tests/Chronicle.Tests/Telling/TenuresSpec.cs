using Chronicle.Tests.Bookmarks;
using Chronicle.Tests.Dates;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Chronicle.Tests.Telling;

/// <summary>Bodies and seats are called after who led and held them on the day that is told, whenever it is told.</summary>
public class TenuresSpec
{
    private static readonly ForceId Body = TheBookmark.Force("chang-own"), Wing = TheBookmark.Force("zongbi-guaizi-left");
    private static readonly SeatId Office = TheBookmark.Seat("jin-marshal-office");
    private static readonly PersonId Talan = Person("wanyan-chang"), Zongbi = Person("wanyan-zongbi"), Zongxian = Person("wanyan-zongxian");
    private static readonly EventRef Before = new(20, 4), Change = new(20, 5), After = new(20, 6);

    private static PersonId Person(string slug) => new((short)TheBookmark.Instance.Slugs.Persons[slug]);

    private static string Shaken(EventRef id, object change, Language language)
    {
        var (log, shaken) = (new EventLog(), new ForceShaken(Body, Zongbi, 10));
        log.Append(id, default, shaken);
        return new Teller(TheBookmark.Instance, TheCalendar.Instance, language, Noted(change)).Sentence(log.Entries[0], shaken)!;
    }

    [Theory]
    [InlineData(Language.English, "Talan", "Zongxian")]
    [InlineData(Language.Chinese, "撻懶", "宗賢")]
    public void A_body_is_called_after_its_new_leader_from_the_event_on_and_after_the_old_one_of_all_that_was_before(Language language, string former, string later)
    {
        var passed = new CommandPassed(Body, Zongxian, Talan);
        Assert.Contains(former, Shaken(Before, passed, language));
        Assert.DoesNotContain(later, Shaken(Before, passed, language));
        Assert.Contains(later, Shaken(After, passed, language));
    }

    [Fact]
    public void The_event_that_gives_a_body_another_leader_calls_it_after_the_one_it_had() =>
        Assert.Equal(Talan, Noted(new CommandPassed(Body, Zongxian, Talan)).CommanderOf(Body, Change));

    public static TheoryData<string> Ends() => new("executed", "arrested", "fled", "killed", "stripped", "went over");

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_body_is_nobodys_once_its_leader_is_gone(string end)
    {
        var place = TheBookmark.Place("yanjing");
        var tenures = Noted(end switch
        {
            "executed" => new PersonExecuted(Talan, place, false),
            "arrested" => new PersonArrested(Talan, place),
            "fled" => new PersonFled(Talan, place),
            "killed" => new CommanderLost(Body, Talan, Fate.Killed),
            "stripped" => new CommandTaken(Body, Talan),
            _ => (object)new ForceWentOver(Body, TheBookmark.Force("han-front"), place, Talan, 0, default, 0, 0, 0),
        });
        Assert.Equal(Talan, tenures.CommanderOf(Body, Change));
        Assert.False(tenures.CommanderOf(Body, After).Exists);
        Assert.False(tenures.LeaderOf(Body, After).Exists);
    }

    [Fact]
    public void A_seat_is_called_after_its_holder_of_the_day()
    {
        var tenures = Noted(new SeatFilled(Office, Zongbi, Talan));
        Assert.Equal((Talan, Zongbi), (tenures.HolderOf(Office, Before), tenures.HolderOf(Office, After)));
    }

    [Fact]
    public void An_army_is_no_longer_his_who_had_to_give_up_the_office_over_it()
    {
        var tenures = Noted(new SeatFilled(Office, Zongbi, Talan));
        Assert.True(tenures.Commands(Talan, Office, Before));
        Assert.False(tenures.Commands(Talan, Office, After));
        Assert.True(tenures.Commands(Zongxian, Office, After));
    }

    [Fact]
    public void A_man_called_back_holds_again_what_nobody_took_from_him()
    {
        var tenures = Noted(new PersonArrested(Talan, TheBookmark.Place("yanjing")));
        tenures.Note(new EventRef(30, 1), new PersonRecalled(Talan));
        Assert.False(tenures.HolderOf(Office, new EventRef(30, 1)).Exists);
        Assert.Equal(Talan, tenures.HolderOf(Office, new EventRef(30, 2)));
    }

    [Fact]
    public void A_copy_hears_no_more()
    {
        var tenures = Noted(new CommandPassed(Body, Zongxian, Talan));
        var copy = tenures.Copy();
        tenures.Note(new EventRef(30, 1), new CommandTaken(Body, Zongxian));
        Assert.Equal(Zongxian, copy.CommanderOf(Body, new EventRef(40, 1)));
        Assert.False(tenures.CommanderOf(Body, new EventRef(40, 1)).Exists);
    }

    [Fact]
    public void A_seat_calls_a_body_after_its_leader_until_it_knows_him_to_be_gone()
    {
        var world = World.Of(TheBookmark.Instance.Scenario, 1);
        Assert.Contains("宗賢", Told(world));
        (world[Zongxian].Fate, world[Zongxian].KnownOn) = ((byte)PersonFate.Dead, 5);
        Assert.Contains("宗賢", Told(world));
        var days = new Simulation(world, new IMind?[world.Scenario.Seats.Length]);
        for (var day = 0; day < 5; day++) days.Day();
        Assert.DoesNotContain("宗賢", Told(world));
    }

    [Fact]
    public void A_seat_calls_the_body_that_its_holder_rides_with_after_him()
    {
        var world = World.Of(TheBookmark.Instance.Scenario, 1);
        Assert.DoesNotContain("撻懶", Told(world));
        var court = TheBookmark.Seat("jin-court");
        (world[court].With, world[court].Holder) = (Wing, Talan);
        Assert.Contains("撻懶", Told(world));
    }

    [Fact]
    public void A_figure_that_a_seat_is_told_says_what_it_counts()
    {
        var world = World.Of(TheBookmark.Instance.Scenario, 1);
        var link = new SeatTeller(TheBookmark.Instance, TheCalendar.Instance).Of(new View(world, TheBookmark.Seat("jin-court")), Wing)[0];
        Assert.Equal(link.Text.English, Piece.TextOf(link.English));
        foreach (var parts in new[] { link.English, link.Chinese })
        {
            Assert.Contains(parts, part => part.Kind == PieceKind.Date);
            Assert.Contains(parts, part => part is { Kind: PieceKind.Men, Number: > 0 });
            Assert.Contains(parts, part => part is { Kind: PieceKind.Force, Id: "zongbi-guaizi-left" });
        }
    }

    private static string Told(World world) => new SeatTeller(TheBookmark.Instance, TheCalendar.Instance)
        .Of(new View(world, TheBookmark.Seat("jin-court")), Wing)[0].Text.Chinese;

    private static Tenures Noted(object change)
    {
        Assert.True(Tenures.Concerns(change switch
        {
            PersonExecuted => EventKind.PersonExecuted,
            PersonArrested => EventKind.PersonArrested,
            PersonFled => EventKind.PersonFled,
            CommanderLost => EventKind.CommanderLost,
            CommandTaken => EventKind.CommandTaken,
            CommandPassed => EventKind.CommandPassed,
            SeatFilled => EventKind.SeatFilled,
            _ => EventKind.ForceWentOver,
        }));
        var tenures = new Tenures(TheBookmark.Instance);
        tenures.Note(Change, change);
        return tenures;
    }
}
