namespace Yanyun.Server.Http;

/// <summary>What an order would promise, by what the seat believes.</summary>
/// <param name="Forecasts">Empty where nothing can be reckoned.</param>
public sealed record OddsShape(string Verb, IReadOnlyList<ForecastShape> Forecasts);

/// <param name="What">obeys, sure (no chance is in it), fight, storm, ride, march, burnt, summons, offer, answer, letter, journey, submits, agents, rising, grain, peace or peace-own.</param>
/// <param name="Unit">per-mille, days, shi, none (no figure: the basis says what it takes), or land: thousandths of what a side held on the first day, below 0 for a loss.</param>
/// <param name="Low">Least to be reckoned with; absent, with the others, where no figure can be given: the basis says why.</param>
/// <param name="Middle">The likeliest.</param>
/// <param name="Earliest">Of days, the date that the least of them leads to.</param>
/// <param name="Latest">The date that the most of them leads to.</param>
/// <param name="Basis">What it rests on, sentence by sentence.</param>
public sealed record ForecastShape(string What, string Unit, int? Low, int? Middle, int? High, string? Earliest, string? Latest, IReadOnlyList<BasisShape> Basis);

/// <param name="Term">What it is about: own, enemy, news, leader, loyalty, relief, neighbours, listens, office, danger, against, asked, guard, people, repulses, cost, verdict, unknown, wall, way or rule.</param>
public sealed record BasisShape(string Term, string En, string Zh);

/// <summary>An order of the seat, from when it was written until it is known what came of it.</summary>
/// <param name="Order">As records write it.</param>
/// <param name="Given">When it was laid on the desk.</param>
/// <param name="State">waiting, undone, turned-away, sent or answered.</param>
/// <param name="Written">When it rode; "-" where it did not.</param>
/// <param name="Expected">When it should have arrived; "-" where nobody reckons it.</param>
/// <param name="Confirmed">When an answer came; "-" not yet, or none is ever given.</param>
/// <param name="Answer">obeys, adapts, delays or refuses; "-" while unknown.</param>
/// <param name="Reason">Why, as a stable code; "-" none. Of one turned away, why the desk did not take it.</param>
/// <param name="Superseded">A later order to the same addressee stands.</param>
public sealed record OwnOrderShape(
    int Number, string Verb, string Order, string Given, string State, string Written, string Expected, string Confirmed, string Answer, string Reason, bool Superseded);
