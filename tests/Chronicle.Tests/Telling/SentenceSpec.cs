using Chronicle.Tests.Bookmarks;
using Chronicle.Tests.Dates;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Chronicle.Tests.Telling;

/// <summary>Any event can be said, in both languages.</summary>
public class SentenceSpec
{
    public static TheoryData<EventKind, Language> Kinds()
    {
        var data = new TheoryData<EventKind, Language>();
        foreach (var type in EventTypes.All)
        {
            data.Add(type.Kind, Language.English);
            data.Add(type.Kind, Language.Chinese);
        }
        return data;
    }

    private static Teller NewTeller(Language language) => new(TheBookmark.Instance, TheCalendar.Instance, language);

    private static string? Say<T>(T e, Language language, Teller? teller = null) where T : unmanaged, IEvent
    {
        var log = new EventLog();
        log.Append(new EventRef(310, 4), default, e);
        return (teller ?? NewTeller(language)).Sentence(log.Entries[0], e);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_a_sentence(EventKind kind, Language language)
    {
        var type = EventTypes.Of(kind);
        foreach (var filler in (byte[])[0, 1])
        {
            var bytes = new byte[type.Size];
            Array.Fill(bytes, filler);
            // Ids of two bytes: 1 everywhere, not 257.
            if (filler == 1) for (var i = 1; i < bytes.Length; i += 2) bytes[i] = 0;
            var entry = new EventLog.Entry(new EventRef(300, 1), default, kind, 0, type.Size);
            var sentence = NewTeller(language).Sentence(entry, type.Read(bytes));
            Assert.NotNull(sentence);
            Assert.EndsWith(language == Language.Chinese ? "。" : ".", sentence);
            Assert.DoesNotContain("{", sentence);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Taken_apart_a_sentence_is_the_same_sentence(EventKind kind, Language language)
    {
        var type = EventTypes.Of(kind);
        var bytes = new byte[type.Size];
        Array.Fill(bytes, (byte)1);
        for (var i = 1; i < bytes.Length; i += 2) bytes[i] = 0;
        var (entry, first) = (new EventLog.Entry(new EventRef(300, 1), default, kind, 0, type.Size), TheBookmark.Instance.Scenario.FirstDay);
        var pieces = NewTeller(language).Parts(entry, type.Read(bytes), first)!;
        Assert.Equal(NewTeller(language).Sentence(entry, type.Read(bytes))!.TrimEnd('.', '。'), string.Concat(pieces.Skip(2).Select(piece => piece.Text)));
        Assert.All(pieces, piece => Assert.True(piece.Text.Length > 0 && !piece.Text.Any(c => c is >= '\uE000' and <= '\uF8FF')));
        Assert.All(pieces.Where(piece => piece.Kind is PieceKind.Place or PieceKind.Person or PieceKind.Force or PieceKind.Seat), piece => Assert.NotNull(piece.Id));
        Assert.All(pieces.Where(piece => piece.Kind is PieceKind.Men or PieceKind.Days or PieceKind.Grain or PieceKind.Odds), piece => Assert.NotNull(piece.Number));
    }

    [Fact]
    public void A_figure_keeps_what_was_rounded_and_a_name_whom_it_names()
    {
        var kaifeng = TheBookmark.Place("kaifeng");
        var log = new EventLog();
        log.Append(new EventRef(310, 4), default, new GarrisonLost(kaifeng, 12_345, -5));
        var pieces = NewTeller(Language.English).Parts(log.Entries[0], log.Read<GarrisonLost>(log.Entries[0]), TheBookmark.Instance.Scenario.FirstDay)!;
        Assert.Contains(pieces, piece => piece is { Kind: PieceKind.Place, Id: "kaifeng" });
        Assert.Contains(pieces, piece => piece is { Kind: PieceKind.Men, Number: 12_345, Text: "about 12,000 men" });
    }

    [Fact]
    public void A_name_has_its_characters_where_it_is_met_first()
    {
        var teller = NewTeller(Language.English);
        var e = new Arrived(TheBookmark.Force("zongbi-guard"), TheBookmark.Place("kaifeng"));
        Assert.Contains("Wanyan Zongbi 完顏宗弼", Say(e, Language.English, teller));
        var again = Say(e, Language.English, teller);
        Assert.Contains("Zongbi", again);
        Assert.DoesNotContain("Wanyan", again);
        Assert.DoesNotContain("宗弼", again);
    }

    [Fact]
    public void A_force_is_called_after_who_leads_it_and_at_first_with_its_army()
    {
        var teller = NewTeller(Language.English);
        var e = new Arrived(TheBookmark.Force("yue-front"), TheBookmark.Place("yancheng"));
        Assert.Contains("Zhang Xian 張憲 (Yue Fei 岳飛's Front army)", Say(e, Language.English, teller));
        Assert.Contains("岳飛前軍張憲", Say(e, Language.Chinese));
    }

    [Fact]
    public void Places_bear_the_names_of_those_years()
    {
        var e = new Arrived(TheBookmark.Force("palace-centre"), TheBookmark.Place("linan"));
        Assert.Contains("Lin'an 臨安", Say(e, Language.English));
    }

    [Fact]
    public void An_edict_tells_how_long_it_rode_and_how_it_was_answered()
    {
        var edict = Order.Of(TheBookmark.Seat("song-court"), new Direct(TheBookmark.Seat("song-hubei-jingxi-command"), TaskKind.Withdraw, TheBookmark.Place("ezhou")));
        var e = new EdictAnswered(TheBookmark.Seat("song-hubei-jingxi-command"), edict, 300, Code.Obeys, Code.OwnJudgement, 0, 0);
        var english = Say(e, Language.English);
        Assert.Contains("Yue Fei", english);
        Assert.Contains("to withdraw to Ezhou", english);
        Assert.Contains("ten days", english);
        Assert.Contains("退歸鄂州", Say(e, Language.Chinese));
    }

    [Theory]
    [InlineData(Refusal.Officer, "keeping faith", "守節不貳")]
    [InlineData(Refusal.Relief, "help was near", "恃援兵在近")]
    [InlineData(Refusal.Walls, "trusting to its walls", "恃城堅兵足")]
    [InlineData(Refusal.Heart, "in good heart", "士氣方固")]
    [InlineData(Refusal.People, "the people", "民心不附敵")]
    public void A_refusal_says_what_kept_the_gates_shut(Refusal ground, string english, string chinese)
    {
        foreach (var officer in (PersonId[])[default, new PersonId(1)])
        {
            var e = new SummonsRefused(TheBookmark.Place("shunchang"), TheBookmark.Force("zongbi-guard"), officer, 200, ground);
            Assert.Contains(english, Say(e, Language.English));
            Assert.Contains(chinese, Say(e, Language.Chinese));
            Assert.DoesNotContain(english, Say(e with { Ground = Refusal.Unsaid }, Language.English));
        }
    }

    [Fact]
    public void A_heading_gives_the_day_in_its_three_forms()
    {
        Assert.Equal("1140-06-25 · Shaoxing 10/6/9 renzi 壬子 · summer", NewTeller(Language.English).Heading(Day.Julian(1140, 6, 25)));
        Assert.Equal("紹興十年六月九日壬子（儒略曆1140年6月25日）夏", NewTeller(Language.Chinese).Heading(Day.Julian(1140, 6, 25)));
    }
}
