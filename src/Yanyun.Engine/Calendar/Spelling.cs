namespace Yanyun.Engine;

/// <summary>How far one word is from another.</summary>
internal static class Spelling
{
    /// <summary>Letters lost, added or changed to make one word of the other; case of ASCII letters does not count.</summary>
    public static int Slips(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? corner : corner + 1;
                row[j] = Whole.Min(change, Whole.Min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.Length];
    }
}
