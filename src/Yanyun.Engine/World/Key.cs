using System.Runtime.CompilerServices;

namespace Yanyun.Engine;

/// <summary>
/// Stable 64-bit names of things. A thing of the scenario takes the key of its slug; a thing born in the run takes
/// mix(parent key, day, ordinal): two histories that differ by one order agree on the keys of all that both give birth to.
/// </summary>
public static class Key
{
    /// <summary>The key of a slug: FNV-1a over its UTF-16 units, finished by a 64-bit mixer. The empty slug has key 0.</summary>
    public static ulong Of(string slug)
    {
        if (slug.Length == 0) return 0;
        unchecked
        {
            var h = 14695981039346656037UL;
            foreach (var c in slug)
            {
                h = (h ^ (byte)c) * 1099511628211UL;
                h = (h ^ (byte)(c >> 8)) * 1099511628211UL;
            }
            return Mix(h);
        }
    }

    /// <summary>The key of the <paramref name="ordinal"/>-th thing born of <paramref name="parent"/> on a day.</summary>
    public static ulong Child(ulong parent, int day, int ordinal)
    {
        unchecked
        {
            return Mix(Mix(parent + 0x9E3779B97F4A7C15UL * (ulong)(uint)(day + 1)) ^ ((ulong)(uint)ordinal + 0xD1B54A32D192ED03UL));
        }
    }

    /// <summary>The SplitMix64 finaliser (Stafford's variant 13).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ x >> 27) * 0x94D049BB133111EBUL;
            return x ^ x >> 31;
        }
    }
}
