using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Experiments;

/// <summary>The one key of a row that says what kind of row it is.</summary>
internal static class KindWord
{
    /// <summary>The one of the words that the row has as a key; empty, with a problem, when it has none or several.</summary>
    /// <param name="what">What the row is, for the problem.</param>
    public static string Of(Fields row, IReadOnlyCollection<string> words, Bilingual what)
    {
        var found = words.Where(row.Has).ToList();
        if (found.Count == 1) return found[0];
        var said = found.Count == 0 ? Shapes.Nothing : new Bilingual(string.Join(", ", found), string.Join("、", found));
        var nearest = found.Count > 0 ? null : row.Keys.Select(key => Nearest.To(key, words)).FirstOrDefault(word => word is not null);
        row.Problems.Add(new Problem(ExperimentMessages.NoOneWord, row.At, [what, said, words], nearest));
        return "";
    }
}
