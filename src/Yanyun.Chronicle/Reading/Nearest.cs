namespace Yanyun.Chronicle.Reading;

/// <summary>"Did you mean": the known word closest to one that is not known.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate with the fewest slips (a letter lost, added, changed, or two neighbours swapped; case does not count), or null
    /// when none is within a third of the word's length, at least one slip. Ties go to the same first letter, then to ordinal order,
    /// so that the answer does not depend on the order of the candidates.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var limit = (word.Length + 2) / 3;
        string? best = null;
        var bestSlips = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit) continue;
            var slips = Slips(word, candidate);
            if (slips > limit || slips > bestSlips) continue;
            if (slips == bestSlips && !Before(word, candidate, best!)) continue;
            best = candidate;
            bestSlips = slips;
        }
        return best;
    }

    /// <summary>Damerau-Levenshtein distance (optimal string alignment), blind to case.</summary>
    public static int Slips(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);

    private static bool Before(string word, string x, string y)
    {
        var xFirst = word.Length > 0 && x.Length > 0 && Same(word[0], x[0]);
        var yFirst = word.Length > 0 && y.Length > 0 && Same(word[0], y[0]);
        return xFirst != yFirst ? xFirst : string.CompareOrdinal(x, y) < 0;
    }

}
