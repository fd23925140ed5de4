namespace Yanyun.Lab.Calibration;

/// <summary>A weight that is calibrated. Its prior is even over the range its rule's page gives.</summary>
/// <param name="Name">As its page names it: <c>Odds.Numbers</c>.</param>
/// <param name="Low">Least, included.</param>
/// <param name="High">Greatest, included.</param>
/// <param name="Shipped">What a game is played with.</param>
public sealed record Knob(string Name, int Low, int High, int Shipped);

/// <summary>Something that a set of weights should reproduce, beside the single cases: a count of outcomes, or an aim of a rule's page.</summary>
/// <param name="Seen">What is to be met.</param>
/// <param name="Told">What the weights make of it.</param>
/// <param name="Doubt">Standard deviation of the difference, were the weights right: of chance, of the aim, of the model.</param>
public readonly record struct Measure(string Name, double Seen, double Told, double Doubt)
{
    /// <summary>How implausible: distance in standard deviations.</summary>
    public double Implausibility => Math.Abs(Told - Seen) / Doubt;
}

/// <summary>What a set of weights says of a case.</summary>
/// <param name="Matches">Chance of what the record tells, by the case's tolerance, 0 .. 1, never quite either.</param>
/// <param name="Event">Chance of the case's yes-or-no question, likewise.</param>
public readonly record struct Forecast(double Matches, double Event);

/// <summary>A yes-or-no question put to a case, and what is known of it without any weights.</summary>
/// <param name="Happened">What the record says.</param>
/// <param name="Stronger">What "the stronger side has its way" would say.</param>
public readonly record struct Question(bool Happened, bool Stronger);
