namespace Yanyun.Lab;

/// <summary>Pairs by how far the changed run is from the run as it is.</summary>
/// <param name="Width">Of each column, in the outcome's unit; 1 and more.</param>
/// <param name="Columns">Those that have pairs, ascending.</param>
public sealed record Spread(long Width, IReadOnlyList<SpreadColumn> Columns)
{
    /// <summary>Most columns that a spread falls into. Balance: more than an eye tells apart.</summary>
    public const int Most = 40;

    /// <summary>The least of 1, 2, 5, 10, 20, 50 ... that cuts a range into at most <see cref="Most"/> columns.</summary>
    public static long WidthOf(long least, long most)
    {
        for (long ten = 1; ; ten *= 10)
            foreach (var digit in (long[])[1, 2, 5])
                if ((Floor(most, digit * ten) - Floor(least, digit * ten)) / (digit * ten) < Most) return digit * ten;
    }

    /// <summary>The start of the column that a value falls into; the value itself where columns are one wide. Nothing is a column's start.</summary>
    public static long Floor(long value, long width) => value - (value % width + width) % width;
}

/// <summary>A column of a spread: pairs that differ by <paramref name="From"/> and less than a width more.</summary>
public readonly record struct SpreadColumn(long From, long Pairs);
