using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>What can be looked at in a run. The words of a file.</summary>
public enum OutcomeKind
{
    /// <summary>1 when the place is held by the side of the polity on the evening of the horizon, else 0.</summary>
    Holder,
    /// <summary>Places held by the side of the polity on the evening of the horizon, of those named, or of all seats of
    /// government.</summary>
    Places,
    /// <summary>Men that the side of the polity has lost since the start.</summary>
    Losses,
    /// <summary>Men of the forces that are in being on the evening of the horizon.</summary>
    Men,
    /// <summary>Days from the start until the place is first held by the side of the polity; the whole horizon when it never is.</summary>
    Until,
    /// <summary>1 when the check is met by what has happened up to the horizon, else 0.</summary>
    Check,
}

/// <summary>A number taken from a run.</summary>
/// <param name="Slug">Its name in results.</param>
/// <param name="Text">The whole of it in words, the same for the same outcome: what is hashed.</param>
/// <param name="What">What it is, for readers.</param>
/// <param name="Check">Row in the book of checks.</param>
public sealed record Outcome(
    OutcomeKind Kind, string Slug, string Text, Bilingual What, PlaceId Place = default, PolityId Polity = default, IReadOnlyList<PlaceId>? Places = null,
    IReadOnlyList<ForceId>? Forces = null, int Check = 0)
{
    /// <summary>It is yes or no: its mean is a share.</summary>
    public bool IsShare => Kind is OutcomeKind.Holder or OutcomeKind.Check;

    /// <summary>The unit of its values.</summary>
    public Bilingual Unit => Kind switch
    {
        OutcomeKind.Holder or OutcomeKind.Check => new("share of runs", "佔各次推演之比"),
        OutcomeKind.Places => new("places", "處"),
        OutcomeKind.Until => new("days", "日"),
        _ => new("men", "人"),
    };
}
