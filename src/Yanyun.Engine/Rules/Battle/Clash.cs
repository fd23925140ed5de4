namespace Yanyun.Engine.Rules;

/// <summary>
/// A fight as it happens in the world: joined, fought, paid for, and its consequences, each an event that names the one before.
/// </summary>
internal static class Clash
{
    /// <summary>
    /// Fights it out. In the field the beaten run; men of a sally go back behind their wall; in the streets the beaten defenders are
    /// caught.
    /// </summary>
    /// <returns>What it came to, and the event that ended it.</returns>
    public static (Outcome Outcome, EventRef Ended) Fight(
        World world, Spot at, FightKind kind, ref Host attacker, ref Host defender, in Field field, EventRef cause)
    {
        var key = world[attacker.Lead].Key ^ Key.Mix(world[defender.Lead].Key ^ world.Atlas[at.Place].Key) ^ (ulong)kind;
        var outcome = kind == FightKind.Streets
            ? Storming.Streets(attacker.Side, defender.Side, world.ChanceAt(at.Place), key)
            : Engagement.Fight(attacker.Side, defender.Side, field, world.ChanceAt(at.Place), key);
        outcome = ContestLaw.Of(world, outcome, attacker, defender, key);
        var joined = world.Emit(
            new BattleJoined(at, kind, attacker.Lead, defender.Lead,
                attacker.Chief, defender.Chief, attacker.Polity, defender.Polity, attacker.Men,
                defender.Men, (short)outcome.OddsPerMille,
                    kind == FightKind.Streets ? Ground.Street : field.Ground, attacker.Side.Surprises), cause);

        Span<int> upA = stackalloc int[world.ForceRows];
        Span<int> upD = stackalloc int[world.ForceRows];
        for (var i = 0; i < attacker.Bodies; i++) upA[i] = Host.Up(world, world[attacker[i]]);
        for (var i = 0; i < defender.Bodies; i++) upD[i] = Host.Up(world, world[defender[i]]);
        Aftermath.Bury(world, ref attacker, outcome.AttackerTotal, Mood(outcome, attacks: true), outcome.Rounds, joined);
        Aftermath.Bury(world, ref defender, outcome.DefenderTotal, Mood(outcome, attacks: false), outcome.Rounds, joined);

        var (winner, loser) = outcome.AttackerWon ? (attacker.Polity, defender.Polity)
            : outcome.DefenderWon ? (defender.Polity, attacker.Polity) : (PolityId.None, PolityId.None);
        var cut = outcome.AttackerWon ? defender.Side.RetreatCut || kind == FightKind.Streets
            : outcome.DefenderWon && attacker.Side.RetreatCut;
        var ended = world.Emit(
            new BattleEnded(at, kind, attacker.Lead, defender.Lead, winner, loser,
                outcome.AttackerTotal, outcome.DefenderTotal, (byte)outcome.Rounds, cut),
            joined);
        if (outcome.AttackerWon)
        {
            Fall(world, defender, outcome.LoserFate, ended);
            Fall(world, attacker, outcome.WinnerFate, ended);
            Aftermath.Scatter(world, ref defender, ref attacker, upD, outcome.Destroyed, kind, cut, at.Place, ended);
        }
        else if (outcome.DefenderWon)
        {
            Fall(world, attacker, outcome.LoserFate, ended);
            Fall(world, defender, outcome.WinnerFate, ended);
            if (kind == FightKind.Field)
                Aftermath.Scatter(world, ref attacker, ref defender, upA, outcome.Destroyed, kind, cut, at.Place, ended);
        }
        return (outcome, ended);
    }

    private static int Mood(in Outcome outcome, bool attacks) =>
        outcome.Ending == Ending.Drawn ? Aftermath.Parted : outcome.AttackerWon == attacks ? Aftermath.Won : Aftermath.Beaten;

    private static void Fall(World world, in Host host, Fate fate, EventRef ended)
    {
        if (fate == Fate.Unhurt || !host.Chief.Exists || world[host.Chief].Fate != 0) return;
        world.Emit(new CommanderLost(host.Lead, host.Chief, fate), ended);
    }
}
