using Yanyun.Engine;

namespace Engine.Tests;

/// <summary>Fixed point against the formulas it stands for. Tests may use floating point; the Engine may not.</summary>
public class FixedSpec
{
    private const double Q = 65536;

    [Fact]
    public void Exp_is_within_two_steps_and_twenty_per_million_from_minus_twelve_to_ten()
    {
        for (var x = -12 * Fixed.One; x <= 10 * Fixed.One; x += 37)
        {
            var right = Math.Exp(x / Q) * Q;
            Assert.True(Math.Abs(Fixed.Exp(x) - right) <= 2 + right * 20e-6, $"exp({x / Q}) = {Fixed.Exp(x) / Q}, should be {right / Q}");
        }
        Assert.Equal(Fixed.One, Fixed.Exp(0));
        Assert.Equal(0, Fixed.Exp(int.MinValue));
        Assert.InRange(Fixed.Exp(int.MaxValue), 32766 * Fixed.One, int.MaxValue);
    }

    [Fact]
    public void Ln_is_within_two_steps_over_its_whole_range()
    {
        for (long x = 1; x < int.MaxValue; x += 1 + x / 251)
            Assert.True(Math.Abs(Fixed.Ln((int)x) - Math.Log(x / Q) * Q) <= 2, $"ln({x / Q})");
        for (long x = 1; x < long.MaxValue / 2; x += 1 + x / 61)
            Assert.True(Math.Abs(Fixed.LnOf(x) - Math.Log(x) * Q) <= 2, $"ln({x})");
    }

    [Fact]
    public void Logistic_is_within_two_steps_and_logit_undoes_it()
    {
        for (var x = -14 * Fixed.One; x <= 14 * Fixed.One; x += 53)
            Assert.True(Math.Abs(Fixed.Logistic(x) - Q / (1 + Math.Exp(-x / Q))) <= 2, $"logistic({x / Q})");
        for (var perMille = 10; perMille <= 990; perMille += 10)
            Assert.InRange(Fixed.ToPerMille(Fixed.Logistic(Fixed.Logit(Fixed.FromPerMille(perMille)))), perMille - 1, perMille + 1);
    }

    [Fact]
    public void The_normal_cdf_is_within_five_steps()
    {
        for (var x = -6 * Fixed.One; x <= 6 * Fixed.One; x += 101)
            Assert.True(Math.Abs(Fixed.NormalCdf(x) - Curves.NormalCdf(x / Q) * Q) <= 5, $"Phi({x / Q}) = {Fixed.NormalCdf(x)}");
    }

    [Fact]
    public void Every_one_of_the_65536_normal_and_pursuit_draws_is_its_quantile()
    {
        double sum = 0, squares = 0, pursuit = 0;
        for (var u = 0; u < 65536; u++)
        {
            var p = (u + 0.5) / 65536;
            var z = Fixed.NormalQuantile(u) / Q;
            sum += z;
            squares += z * z;
            // Error in z from the error in p that z stands for: no inverse needed.
            Assert.True(Math.Abs(Curves.NormalCdf(z) - p) / Curves.NormalDensity(z) <= 0.0006, $"normal quantile at {p}: {z}");
            var x = Fixed.PursuitQuantile(u) / Q;
            pursuit += x;
            Assert.True(
                Curves.BetaCdf(1.4, 5, x + 0.0002) >= p && Curves.BetaCdf(1.4, 5, x - 0.0002) <= p, $"pursuit quantile at {p}: {x}");
        }
        Assert.Equal(0, sum / 65536, 4);
        Assert.Equal(1, squares / 65536, 3);
        Assert.Equal(1.4 / 6.4, pursuit / 65536, 0.00001);
    }

    [Fact]
    public void Every_table_entry_is_its_formula_rounded()
    {
        for (var i = 0; i <= 128; i++)
        {
            Assert.Equal(Math.Round(Math.Pow(2, i / 128.0) * (1 << 29)), FixedTables.Exp2[i]);
            Assert.Equal(Math.Round(Math.Log(1 + i / 128.0) * (1 << 24)), FixedTables.Ln1[i]);
        }
        for (var i = 0; i < FixedTables.NormalCdf.Length; i++)
            Assert.Equal(Curves.NormalCdf(i / 32.0) * Q, FixedTables.NormalCdf[i], 0.51);
        for (var i = 0; i < 256; i++)
        {
            var p = Math.Pow(2, i / 16) * (1 + i % 16 / 16.0) / 131072;
            var z = -FixedTables.NormalTail[i] / Q;
            Assert.True(Math.Abs(Curves.NormalCdf(z) - p) / Curves.NormalDensity(z) <= 0.51 / Q, $"normal tail {i}");
            double low = FixedTables.BetaLow[i] / Q, high = FixedTables.BetaHigh[i] / Q, half = 0.51 / Q;
            Assert.True(Curves.BetaCdf(1.4, 5, low - half) <= p && p <= Curves.BetaCdf(1.4, 5, low + half), $"beta low {i}");
            Assert.True(Curves.BetaCdf(5, 1.4, 1 - high - half) <= p && p <= Curves.BetaCdf(5, 1.4, 1 - high + half), $"beta high {i}");
        }
    }
}
