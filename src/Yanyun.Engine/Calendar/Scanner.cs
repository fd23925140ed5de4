namespace Yanyun.Engine;

/// <summary>A place in a text being read.</summary>
internal ref struct Scanner(string text)
{
    public int At { get; private set; } = 0;
    public readonly bool Done => At >= text.Length;
    public readonly char Next => text[At];
    public readonly ReadOnlySpan<char> Rest => text.AsSpan(At);

    public readonly string From(int start, int end) => text[start..end];

    /// <summary>From a place up to a mark, or to the end.</summary>
    public readonly string Word(int start, char mark)
    {
        var end = text.IndexOf(mark, start);
        return end < 0 ? text[start..] : text[start..end];
    }

    public void Skip(int count) => At += count;

    public void Spaces()
    {
        while (!Done && char.IsWhiteSpace(Next)) At++;
    }

    public bool Take(char c)
    {
        if (Done || Next != c) return false;
        At++;
        return true;
    }

    /// <summary>Nothing but spaces is left. Stays where it is.</summary>
    public readonly bool AtEnd() => Rest.IsWhiteSpace();

    public string Letters()
    {
        var start = At;
        while (!Done && char.IsAsciiLetter(Next)) At++;
        return text[start..At];
    }

    /// <summary>A run of at most nine digits, or -1 where there is none; a longer run is left half read.</summary>
    public int Number()
    {
        var start = At;
        var number = 0;
        while (!Done && Next is >= '0' and <= '9' && At - start < 9) number = number * 10 + (text[At++] - '0');
        return At == start ? -1 : number;
    }

    /// <summary>A number in characters, or -1 where there is none that can be read; then stays where it was.</summary>
    public int HanziNumber()
    {
        var end = At;
        while (end < text.Length && Engine.HanziNumber.Has(text[end])) end++;
        var number = Engine.HanziNumber.Read(text.AsSpan(At, end - At));
        if (number >= 0) At = end;
        return number;
    }

    /// <summary>Up to the first character of a number, the word 年, or the end.</summary>
    public string UntilNumber()
    {
        var start = At;
        while (!Done && Next != '年' && !Engine.HanziNumber.Has(Next) && Next is not (>= '0' and <= '9')) At++;
        return text[start..At];
    }
}
