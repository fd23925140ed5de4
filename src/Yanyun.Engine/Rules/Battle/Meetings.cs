namespace Yanyun.Engine.Rules;

/// <summary>
/// Which parties are in the open at each spot of one kind, and at which spots two of them are at war. Room to work in: empty between uses, no part of the state.
/// </summary>
internal sealed class Meetings(int spots)
{
    private readonly ushort[] _polities = new ushort[spots];
    private readonly short[] _entered = new short[spots];
    private readonly short[] _atWar = new short[spots];
    private int _enteredCount, _atWarCount;

    /// <summary>Spots where two parties at war are, ascending.</summary>
    public ReadOnlySpan<short> AtWar => _atWar.AsSpan(0, _atWarCount);

    /// <summary>Enters a party. True when it is the first at the spot.</summary>
    public bool Enter(World world, short spot, PolityId polity)
    {
        ref var here = ref _polities[spot];
        var were = here;
        var with = (ushort)(were | 1 << polity.Value);
        if (with == were) return false;
        here = with;
        if (were == 0)
        {
            _entered[_enteredCount++] = spot;
            return true;
        }
        if (!BattleRule.AtWar(world, were) && BattleRule.AtWar(world, with))
        {
            var at = _atWarCount++;
            for (; at > 0 && _atWar[at - 1] > spot; at--) _atWar[at] = _atWar[at - 1];
            _atWar[at] = spot;
        }
        return false;
    }

    public void Clear()
    {
        foreach (var spot in _entered.AsSpan(0, _enteredCount)) _polities[spot] = 0;
        (_enteredCount, _atWarCount) = (0, 0);
    }
}
