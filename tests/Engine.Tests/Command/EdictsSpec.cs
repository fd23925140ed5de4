using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.Command;

/// <summary>What weighs with a man who is told what to do: docs/rules/command.md.</summary>
public class EdictsSpec
{
    private static readonly Told Plain = new(700, 300, 500, Authority.Bound, 5, 0, Against.Nothing);

    public static TheoryData<Against> Reasons => [Against.LeavesWinning, Against.LeavesPressed, Against.Unfed, Against.Outnumbered];

    [Fact]
    public void Where_nothing_speaks_against_it_neither_wide_powers_nor_an_old_paper_do()
    {
        Assert.Equal(Chance(Plain), Chance(Plain with { Authority = Authority.Supreme }));
        Assert.Equal(Chance(Plain), Chance(Plain with { Age = 40 }));
        Assert.True(Chance(Plain) > 900);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Where_something_does_both_add_to_it(Against against)
    {
        var pressed = Plain with { Against = against };
        Assert.True(Chance(pressed) < Chance(Plain));
        Assert.True(Chance(pressed with { Authority = Authority.Discretionary }) < Chance(pressed));
        Assert.True(Chance(pressed with { Authority = Authority.Supreme }) < Chance(pressed with { Authority = Authority.Discretionary }));
        Assert.True(Chance(pressed with { Age = 20 }) < Chance(pressed));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Loyalty_fear_and_being_asked_again_speak_for_it_and_ambition_against(Against against)
    {
        var told = Plain with { Against = against };
        Assert.True(Chance(told with { Loyalty = 900 }) > Chance(told));
        Assert.True(Chance(told with { Fear = 600 }) > Chance(told));
        Assert.True(Chance(told with { Asked = 1 }) > Chance(told));
        Assert.True(Chance(told with { Ambition = 900 }) < Chance(told));
    }

    [Fact]
    public void The_odds_are_their_formula()
    {
        var told = new Told(880, 300, 650, Authority.Discretionary, 10, 0, Against.LeavesWinning);
        var odds = Edicts.Base + 58 * Edicts.Loyalty + 30 * Edicts.Fear + 65 * Edicts.Ambition + 10 * Edicts.Age + Edicts.Discretionary + Edicts.LeavesWinning;
        Assert.InRange(Chance(told), 1000 / (1 + Math.Exp(-odds / 1000.0)) - 1, 1000 / (1 + Math.Exp(-odds / 1000.0)) + 1);
    }

    private static int Chance(in Told told) => Edicts.Chance(told, EdictWeights.Shipped);
}
