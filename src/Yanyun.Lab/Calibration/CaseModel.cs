using Yanyun.Chronicle.Calibration;
using Yanyun.Engine;

namespace Yanyun.Lab.Calibration;

/// <summary>One kind of case, and the engine's own code that plays it under any weights.</summary>
/// <remarks>
/// What the record leaves open (men, morale, ratings) is drawn anew for each replicate and is the same for every set of weights: two sets
/// are compared on the same dice.
/// </remarks>
public abstract class CaseModel(CaseBook book, IReadOnlyList<CaseHead> heads)
{
    public abstract string Name { get; }

    /// <summary>What <see cref="Forecast.Event"/> asks.</summary>
    public abstract string Asks { get; }

    public abstract IReadOnlyList<Knob> Knobs { get; }

    public IReadOnlyList<CaseHead> Heads => heads;

    /// <summary>Cases that weights are fitted to, and cases held out, by index.</summary>
    public IReadOnlyList<int> Fitted { get; } = [.. Enumerable.Range(0, heads.Count).Where(i => !book.HeldOut(heads[i]))];
    public IReadOnlyList<int> HeldOut { get; } = [.. Enumerable.Range(0, heads.Count).Where(i => book.HeldOut(heads[i]))];

    public int[] Shipped => [.. Knobs.Select(knob => knob.Shipped)];

    public abstract Question Ask(int index);

    /// <summary>What weights say of a case.</summary>
    /// <param name="values">One for each of <see cref="Knobs"/>.</param>
    public abstract Forecast Tell(ReadOnlySpan<int> values, int index, int replicates);

    /// <summary><see cref="Forecast.Event"/> alone, where that is cheaper.</summary>
    protected virtual double Event(ReadOnlySpan<int> values, int index, int replicates) => Tell(values, index, replicates).Event;

    /// <summary>What history matching looks at, from fitted cases and aims only, the cheap ones first: none is reckoned before it is asked for.</summary>
    public abstract IEnumerable<Measure> Measures(int[] values, int replicates);

    /// <summary>The measured quantity of a case, where the record has one: its span, and what weights make of it, a value each replicate.</summary>
    public virtual Span? Quantity(int index) => null;

    /// <inheritdoc cref="Quantity"/>
    public virtual double[] Draw(ReadOnlySpan<int> values, int index, int replicates) => [];

    /// <summary>Chance of each fitted case's event, in the order of <see cref="Fitted"/>.</summary>
    protected double[] Events(ReadOnlySpan<int> values, int replicates)
    {
        var told = new double[Fitted.Count];
        for (var i = 0; i < told.Length; i++) told[i] = Event(values, Fitted[i], replicates);
        return told;
    }

    /// <summary>Expected count of events among some fitted cases, with its doubt: of chance, and one case of a model that is not the world.</summary>
    protected Measure Count(string name, double[] told, Func<int, bool> among)
    {
        double sum = 0, variance = 1;
        var seen = 0;
        for (var i = 0; i < told.Length; i++)
        {
            var index = Fitted[i];
            if (!among(index)) continue;
            var p = told[i];
            sum += p;
            variance += p * (1 - p);
            if (Ask(index).Happened) seen++;
        }
        return new Measure(name, seen, sum, Math.Sqrt(variance));
    }

    /// <summary>A share seen in replicates, drawn in a little from nought and one (Jeffreys): a finite sample excludes nothing.</summary>
    protected static double Share(int hits, int of) => (hits + 0.5) / (of + 1.0);

    /// <summary>Even between both ends; numbers of men and days evenly in their logarithm.</summary>
    protected static int Even(Span span, double at) => span.Low + (int)((span.High - span.Low + 1) * at);

    /// <inheritdoc cref="Even"/>
    protected static int LogEven(Span span, double at) => (int)Math.Round(span.Low * Math.Pow((double)span.High / span.Low, at));
}

/// <summary>The dice that draw what a record leaves open: one stream for each case and replicate.</summary>
internal struct OpenDice(ulong seed, ulong key, int replicate)
{
    private readonly Chance _chance = new(seed, replicate);
    private uint _next;

    /// <summary>Evenly in 0 .. 1.</summary>
    public double Even() => _chance.Words(Purpose.Calibration, key, _next++).A / 4294967296.0;

    /// <summary>A standard normal.</summary>
    public double Normal() => Fixed.NormalQuantile(_chance.Fraction(Purpose.Calibration, key, _next++)) / 65536.0;
}
