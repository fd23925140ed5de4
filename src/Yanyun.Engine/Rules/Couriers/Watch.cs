namespace Yanyun.Engine.Rules;

/// <summary>
/// What stirs about whom, and how far each seat's scouts have looked: a seat that kept looking about one place need only look where something has stirred
/// since. Follows from the state and is no part of it: <see cref="Forget"/> when the state was replaced, and all look at everything once.
/// </summary>
internal sealed class Watch(int places, int words, int seats)
{
    /// <summary>Last day on which something happened at each place, or to a force that is there.</summary>
    public readonly ushort[] Stirred = new ushort[places];
    private readonly ushort[] _before = new ushort[places];
    private readonly ulong[] _news = new ulong[words];
    private readonly PlaceId[] _about = new PlaceId[seats];
    private readonly int[] _lookedOn = new int[seats];
    private int _day = Never;
    private bool _follows;

    private const int Never = -2;

    public void Forget()
    {
        _day = Never;
        Array.Fill(_lookedOn, Never);
    }

    /// <summary>A morning begins: what stirs is about to be written anew.</summary>
    public void Begin(int day)
    {
        _follows = _day == day - 1;
        _day = day;
        Stirred.AsSpan().CopyTo(_before);
    }

    /// <summary>All has been written.</summary>
    public void End()
    {
        for (var w = 0; w < _news.Length; w++)
        {
            var stirred = Stirred.AsSpan(w * 64, Whole.Min(64, Stirred.Length - w * 64));
            var before = _before.AsSpan(w * 64, stirred.Length);
            var news = 0UL;
            for (var p = 0; p < stirred.Length; p++)
                news |= (stirred[p] >= _day - 1 | stirred[p] > before[p] ? 1UL : 0UL) << p;
            _news[w] = news;
        }
    }

    /// <summary>Whether a seat's scouts looked at all about the place yesterday, so that <see cref="News"/> is all they can have missed.</summary>
    public bool HasLooked(byte seat, PlaceId about, int today) => _follows && _day == today && _lookedOn[seat] == today - 1 && _about[seat] == about;

    public void Look(byte seat, PlaceId about, int today) => (_about[seat], _lookedOn[seat]) = (about, today);

    /// <summary>Places, as a set, where something has stirred since the day before yesterday, or to which one came to whom something had happened before.</summary>
    public ReadOnlySpan<ulong> News => _news;
}
