using System.Reflection;
using System.Text.RegularExpressions;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests;

/// <summary>The tables and examples of the pages in docs/rules are those of the code.</summary>
public partial class RulePagesSpec
{
    [Theory]
    [InlineData("battle", typeof(Odds), typeof(Engagement), typeof(BattleRule), typeof(Acceptance), typeof(Retreat), typeof(Aftermath), typeof(Host))]
    [InlineData("siege", typeof(Storming), typeof(Blockade), typeof(SiegeRule), typeof(Fall))]
    [InlineData("court", typeof(CourtRule), typeof(Factions), typeof(Disgrace), typeof(Coup))]
    [InlineData("treaty", typeof(TreatyRule), typeof(Ledger))]
    [InlineData("surrender", typeof(SurrenderRule), typeof(Summons))]
    [InlineData("uprising", typeof(UprisingRule), typeof(Unrest), typeof(Bands))]
    [InlineData("defection", typeof(DefectionRule), typeof(Bargain))]
    [InlineData("supply", typeof(Provisions), typeof(Foraging))]
    public void Every_constant_stands_in_the_table_of_its_page_with_its_value_and_a_range_about_it(string page, params Type[] types)
    {
        var rows = Row().Matches(Page(page)).ToDictionary(m => m.Groups[1].Value);
        var constants = types.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).ToArray();
        Assert.Equal(constants.Select(f => $"{f.DeclaringType!.Name}.{f.Name}").Order(), rows.Keys.Order());
        foreach (var constant in constants)
        {
            var row = rows[$"{constant.DeclaringType!.Name}.{constant.Name}"];
            var value = (int)constant.GetRawConstantValue()!;
            Assert.Equal(value, int.Parse(row.Groups[2].Value));
            Assert.InRange(value, int.Parse(row.Groups[3].Value), int.Parse(row.Groups[4].Value));
        }
    }

    [Fact]
    public void The_example_of_the_battle_page_is_what_the_engine_gives()
    {
        var jin = new Side(new Arms(2_000, 6_000, 4_000, 0, 0), 80, 690, 60, Fatigue: 200);
        var song = new Side(new Arms(9_000, 800, 200, 0, 0), 70, 720, 70, Posture: Posture.Prepared, LongBlades: 600);
        var plain = Field.Of(Ground.Plain);
        var fight = Engagement.Fight(jin, song, plain, new Chance(1140, 300), 1);
        var bare = Odds.WinChance(jin, song with { LongBlades = 0 }, plain);
        var hills = Odds.WinChance(jin, song, Field.Of(Ground.Hills));
        var text = Flat(Page("battle"));
        Assert.Contains($"The attacker's chance is {fight.OddsPerMille} per mille; {bare} if the Song had no long blades; {hills} in hills.", text);
        Assert.Equal(Ending.AttackerBroke, fight.Ending);
        Assert.Contains($"the attacker breaks after {fight.Rounds} half hours, having lost {fight.AttackerLost} men in the fight and "
                        + $"{fight.PursuitLost} in the pursuit; the defender loses {fight.DefenderLost}.", text);
    }

    [Fact]
    public void The_example_of_the_siege_page_is_what_the_engine_gives()
    {
        var text = Flat(Page("siege"));
        Assert.Contains($"chance {Storming.Chance(30_000, 1_500, 3, 0, false)} per mille", text);
        Assert.Contains($"stands at {Storming.Chance(30_000, 1_500, 3, 0, true)} per mille", text);
        Assert.Contains($"laid open at {Storming.Chance(30_000, 1_500, 3, 300, true)}.", text);
        Assert.Contains($"it stands at {Storming.Chance(30_000, 1_500, 3, 0, false, quality: 40, morale: 360, stormers: 80)} unprepared", text);
        Assert.Contains($"beaten off the first town is at {Storming.Chance(30_000, 1_500, 3, 0, false, repulses: 1)}.", text);
    }

    private static string Flat(string page) => page.Replace('\n', ' ');

    private static string Page(string rule)
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Yanyun.slnx"))) at = Path.GetDirectoryName(at)!;
        return File.ReadAllText(Path.Combine(at, "docs", "rules", rule + ".md"));
    }

    [GeneratedRegex(@"\| `(\w+\.\w+)` \| (-?\d+) \| (-?\d+) - (-?\d+) \|")]
    private static partial Regex Row();
}
