using System.Runtime.InteropServices;

namespace Yanyun.Engine;

// Rows of what goes on behind the lines: as those of Rows.cs, flat and without padding.

/// <summary>What changes about a place where bands can rise; one row for each of <see cref="Scenario.Risings"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct RisingState
{
    /// <summary>Why the people there are astir: agents who came, or the rising itself.</summary>
    public EventRef Cause;
    /// <summary>Day agents were last among them; 0 never.</summary>
    public ushort RousedOn;
    /// <summary>Day the band took up arms; 0 while it lies low.</summary>
    public ushort RoseOn;
    /// <summary>Day a seat last sent agents there; read by that seat alone, as from its copy-book.</summary>
    public ushort SentOn;
    public SeatId SentBy;
}

/// <summary>Where secret talks stand.</summary>
public enum TalkStage : byte
{
    None,
    /// <summary>The offer is on the road.</summary>
    Riding,
    /// <summary>He listens and has not made up his mind.</summary>
    Open,
    /// <summary>He comes over when his day is there and somebody to receive him.</summary>
    Agreed,
    /// <summary>He pretends to.</summary>
    Bait,
    Over,
}

/// <summary>Secret talks between a seat and a man of the enemy. Rows are used again when they are over.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Talk
{
    public EventRef Cause;
    /// <summary>What was promised, strings.</summary>
    public int Strings;
    /// <summary>The force he commands; none for the officer of a town.</summary>
    public ForceId Force;
    public PlaceId Place;
    public PersonId Man;
    public ushort Began;
    /// <summary>Day on which he weighs it again, or acts.</summary>
    public ushort Due;
    /// <summary>Day his answer was read; 0 while there is none.</summary>
    public ushort ToldOn;
    public SeatId By;
    public TalkStage Stage;
    /// <summary>His answer as it was read: <see cref="Code.Obeys"/>, <see cref="Code.Delays"/>, <see cref="Code.Refuses"/>.</summary>
    public Code Told;

    /// <summary>What the seat has of it in its book: not who commands there now, nor how he stands.</summary>
    internal static Talk Read(in Talk talk) => talk with { Stage = TalkStage.None, Due = 0, Cause = default, Man = default };
}
