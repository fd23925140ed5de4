using System.Collections.Concurrent;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>
/// Which games this node turns the days of. A lease at the store, prolonged while the node lives; when it dies another takes over after at most
/// <see cref="Lease"/>. Should two ever think they have it, the store lets one of them append.
/// </summary>
internal sealed class Keeper(IGameStore store, TimeProvider time)
{
    /// <summary>How long a game stands still when its node has died. Balance: long enough for a slow disk, short enough for players to wait.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_renew = Lease / 3, s_ask = TimeSpan.FromSeconds(1);

    /// <summary>Games claimed at once, so that nodes which open together share them.</summary>
    private const int AtOnce = 64;

    private readonly ConcurrentDictionary<string, (bool Kept, long At)> _known = new(StringComparer.Ordinal);

    public async ValueTask<bool> Keeps(string game)
    {
        if (_known.TryGetValue(game, out var known) && time.GetElapsedTime(known.At) < (known.Kept ? s_renew : s_ask)) return known.Kept;
        var at = time.GetTimestamp();
        var kept = await store.Keep(game, Lease);
        _known[game] = (kept, at);
        return kept;
    }

    /// <summary>A game that is put away here; its lease runs out by itself.</summary>
    public void Forget(string game) => _known.TryRemove(game, out _);

    public async Task<IReadOnlyList<string>> Claim()
    {
        var at = time.GetTimestamp();
        var claimed = await store.Claim(AtOnce, Lease);
        foreach (var game in claimed) _known[game] = (true, at);
        return claimed;
    }
}
