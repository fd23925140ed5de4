using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>What a court hears argued.</summary>
public enum Counsel : byte { War, Peace }

/// <summary>What became of a person; the byte of <see cref="PersonState.Fate"/>.</summary>
public enum PersonFate : byte
{
    Free, Dead, Captive,
    /// <summary>Relieved of every office; may be called back by an appointment.</summary>
    Dismissed,
    /// <summary>In the court's prison.</summary>
    Arrested,
    /// <summary>Ran from arrest and is hunted.</summary>
    Fled,
    /// <summary>Got away over the border.</summary>
    Escaped,
}

/// <summary>A court as the scenario knows it.</summary>
/// <param name="Ruler">None: a polity without a court.</param>
/// <param name="War">Standing of those for war on the first day, 0-1000.</param>
/// <param name="Peace">Standing of those for peace, 0-1000.</param>
public readonly record struct CourtFacts(PersonId Ruler, short War, short Peace);

/// <summary>What changes about a court.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct CourtState
{
    /// <summary>The last affair that shook it.</summary>
    public EventRef Affair;
    public PersonId Ruler;
    /// <summary>Standing of each faction in offices and men, before news and memorials, 0-1000.</summary>
    public short WarMen, PeaceMen;
    /// <summary>Weight of each today, 0-1000.</summary>
    public short War, Peace;
    /// <summary>What memorials have added of late.</summary>
    public short ArguedWar, ArguedPeace;
    public ushort ReckonedOn;
    /// <summary>Men who ran from its arrest and are at large.</summary>
    public byte Fugitives;
}
