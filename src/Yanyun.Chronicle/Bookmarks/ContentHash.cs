using System.Security.Cryptography;
using System.Text;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>One number that names every byte a bookmark was built from: two runs agree on it or are not of the same scenario.</summary>
public static class ContentHash
{
    private static readonly string[] Files =
    [
        "scenario.yaml", "forces.yaml", "seats.yaml", "towns.yaml", "formulas.yaml", "money.yaml", "reinforcements.yaml", "risings.yaml", "treaties.yaml",
        "courts.yaml", "defections.yaml",
    ];

    /// <summary>First eight bytes of a SHA-256 over path and content of the geography, the calendar, the people and the bookmark's own files.</summary>
    public static ulong Of(string scenarios, string id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in (string[])["geography", "calendar", "people"])
        {
            var root = Path.Combine(scenarios, folder);
            if (!Directory.Exists(root)) continue;
            foreach (var name in Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')).Order(StringComparer.Ordinal))
                Append(hash, $"{folder}/{name}", Path.Combine(root, name));
        }
        foreach (var name in Files) Append(hash, name, Path.Combine(scenarios, id, name));
        return BitConverter.ToUInt64(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <summary>Names the decisions and checks of history of a bookmark, 16 hexadecimal digits.</summary>
    public static string OfAnnals(string scenarios, string id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])["script.yaml", "checks.yaml"]) Append(hash, name, Path.Combine(scenarios, id, name));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static void Append(IncrementalHash hash, string name, string path)
    {
        if (!File.Exists(path)) return;
        // Line ends are those of the repository, so that a checkout with others gives the same world the same name.
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{text.Length}\n{text}"));
    }
}
