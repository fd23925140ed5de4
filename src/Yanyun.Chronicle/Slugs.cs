using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle;

/// <summary>
/// The slugs of a scenario's things by their number in the Engine's tables, and back. Files, records, logs and the command line
/// name things by these words and by nothing else.
/// </summary>
public sealed class Slugs
{
    /// <summary>How "nobody" and "nowhere" are written.</summary>
    public const string Nobody = "-";

    public IdTable Places { get; init; } = new("place", "地點");
    public IdTable Polities { get; init; } = new("polity", "政權");
    public IdTable Persons { get; init; } = new("person", "人物");
    public IdTable Seats { get; init; } = new("seat", "職守");
    public IdTable Forces { get; init; } = new("force", "部隊");
    public IdTable Crossings { get; init; } = new("crossing", "渡口");
    public IdTable Treaties { get; init; } = new("treaty", "和約");
    public IdTable Clauses { get; init; } = new("clause", "條款");

    public string Of(PlaceId id) => id.Exists ? Places[id.Value] : Nobody;
    public string Of(PolityId id) => id.Exists ? Polities[id.Value] : Nobody;
    public string Of(PersonId id) => id.Exists ? Persons[id.Value] : Nobody;
    public string Of(SeatId id) => id.Exists ? Seats[id.Value] : Nobody;
    public string Of(TreatyId id) => id.Exists ? Treaties[id.Value] : Nobody;
    public string Of(ClauseId id) => id.Exists ? Clauses[id.Value] : Nobody;
    public string Of(ForceId id) => !id.Exists ? Nobody : Forces[id.Value];

    /// <summary>The force of a word; none when no force bears it.</summary>
    public ForceId Force(string word) => new((short)Forces[word]);
}
