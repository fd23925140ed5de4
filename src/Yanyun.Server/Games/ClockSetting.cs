using System.Buffers.Binary;

namespace Yanyun.Server.Games;

/// <summary>What makes the day turn. Part of the store's format: never renumber, only append.</summary>
public enum ClockMode : byte
{
    Paused = 0,
    /// <summary>So many days a minute, whether anybody has ordered or not.</summary>
    Speed = 1,
    /// <summary>When every seat of a person or a program has said it is ready.</summary>
    Ready = 2,
    /// <summary>The same, but at the latest when the day's deadline is past: play by letter.</summary>
    Slow = 3,
}

/// <summary>The clock of a game.</summary>
/// <param name="Speed">1-5, for <see cref="ClockMode.Speed"/>; else 0.</param>
/// <param name="Seconds">Of a day until its deadline, for <see cref="ClockMode.Slow"/>; else 0.</param>
public readonly record struct ClockSetting(ClockMode Mode, byte Speed = 0, int Seconds = 0)
{
    /// <summary>A deadline may be as near as this. Balance: long enough to read a day.</summary>
    public const int LeastSeconds = 10;
    /// <summary>And as far as this: thirty days.</summary>
    public const int MostSeconds = 30 * 24 * 3600;

    private static readonly int[] s_milliseconds = [0, 5000, 2000, 1000, 500, 200];

    public static IReadOnlyList<string> Words { get; } = ["paused", "speed", "ready", "slow"];

    public string Word => Words[(int)Mode];

    public bool Runs => Mode != ClockMode.Paused;

    /// <summary>How long a day lasts at most, milliseconds; null when no time ends it.</summary>
    public long? DayLasts => Mode switch
    {
        ClockMode.Speed => s_milliseconds[Speed],
        ClockMode.Slow => Seconds * 1000L,
        _ => null,
    };

    /// <summary>Whether a day also turns as soon as all are ready.</summary>
    public bool TurnsWhenReady => Mode is ClockMode.Ready or ClockMode.Slow;

    public bool IsValid => Mode switch
    {
        ClockMode.Speed => Speed is >= 1 and <= 5 && Seconds == 0,
        ClockMode.Slow => Speed == 0 && Seconds is >= LeastSeconds and <= MostSeconds,
        _ => Mode <= ClockMode.Slow && Speed == 0 && Seconds == 0,
    };

    internal byte[] Pack()
    {
        var body = new byte[6];
        (body[0], body[1]) = ((byte)Mode, Speed);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(2), Seconds);
        return body;
    }

    internal static ClockSetting Read(ReadOnlySpan<byte> body) => new((ClockMode)body[0], body[1], BinaryPrimitives.ReadInt32LittleEndian(body[2..]));
}
