using System.Text.Json;
using Yanyun.Server.Store;

namespace Yanyun.Server.Gate;

/// <summary>
/// What the page keeps for somebody so that it follows him to another browser: how loud each kind of news is, how far the guide has come. Words that the
/// house does not read. What was not written for longest is forgotten first.
/// </summary>
public sealed class Keepsakes(IGameStore store)
{
    /// <summary>Most names of an account, and characters of a name and of a value. Balance: some fifty games and all settings.</summary>
    public const int MostNames = 120, LongestName = 80, LongestValue = 2000;

    private const string Drawer = "keepsakes";

    public async Task<IReadOnlyDictionary<string, string>> Of(string account) => Read(await store.Paper(Drawer, account));

    public static bool Fits(IReadOnlyDictionary<string, string?> changes) => changes.Count <= MostNames
        && changes.All(one => one.Key.Length is > 0 and <= LongestName && (one.Value?.Length ?? 0) <= LongestValue);

    /// <summary>Writes some, and takes away those without a value. What two browsers write at once is written one after the other.</summary>
    /// <returns>False when others wrote too often in between.</returns>
    public async Task<bool> Keep(string account, IReadOnlyDictionary<string, string?> changes)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            var before = await store.Paper(Drawer, account);
            var kept = new OrderedDictionary<string, string>(Read(before));
            foreach (var (name, value) in changes)
            {
                kept.Remove(name);
                if (value is not null) kept.Add(name, value);
            }
            while (kept.Count > MostNames) kept.RemoveAt(0);
            var after = JsonSerializer.Serialize(kept);
            if (before is null ? await store.File(Drawer, account, account, after) : await store.Replace(Drawer, account, before, after)) return true;
        }
        return false;
    }

    private static OrderedDictionary<string, string> Read(string? text) => text is null ? [] : JsonSerializer.Deserialize<OrderedDictionary<string, string>>(text) ?? [];
}
