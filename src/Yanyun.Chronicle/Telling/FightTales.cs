using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Fights in the field and out of besieged towns, each with its numbers, its end and what came of it.</summary>
internal sealed partial class Gatherer
{
    private void Fought(int index, in BattleEnded ended)
    {
        if (!memory.Find<BattleJoined>(memory.At(index).Cause, out var joined) || joined.Small) return;
        switch (ended.Fight)
        {
            case FightKind.Sally:
                Sallied(index, joined, ended);
                break;
            case FightKind.Field:
                InTheField(index, joined, ended);
                break;
        }
    }

    private void InTheField(int index, in BattleJoined joined, in BattleEnded ended)
    {
        var place = ended.At.Place;
        var attacker = Doer(ended.Attacker, place);
        var defender = Doer(ended.Defender, place);
        var why = WhyJoined(index, ended.Attacker, attacker);
        var weight = 55 + Mass(joined.AttackerMen + joined.DefenderMen);
        if (ended.Drawn)
        {
            Add(index, weight - 5, new Saying(BattlePhrases.Parted, ("at", ended.At), ("attacker", attacker), ("men",
                new Men(joined.AttackerMen)), ("defender", defender),
                ("others", new Men(joined.DefenderMen)), ("lost", new Men(ended.AttackerLost)), ("lostOthers",
                    new Men(ended.DefenderLost)), ("why", why)),
                new Likeness(FactKind.Fought, place));
            return;
        }
        var attackerWon = ended.Winner == joined.AttackerPolity;
        var loser = attackerWon ? ended.Defender : ended.Attacker;
        Add(index, weight + 8, new Saying(BattlePhrases.Beat, ("at", ended.At), ("winner", attackerWon ? attacker : defender), ("loser",
            attackerWon ? defender : attacker),
            ("menWon", new Men(attackerWon ? joined.AttackerMen : joined.DefenderMen)), ("menLost", new Men(attackerWon
                ? joined.DefenderMen : joined.AttackerMen)),
            ("lostWon", new Men(attackerWon ? ended.AttackerLost : ended.DefenderLost)), ("lostLost", new Men(attackerWon
                ? ended.DefenderLost : ended.AttackerLost)),
            ("aftermath", Aftermath(index, loser)), ("why", why)), new Likeness(FactKind.Fought, place, ended.Winner));
    }

    private void Sallied(int index, in BattleJoined joined, in BattleEnded ended)
    {
        var won = !ended.Drawn && ended.Winner == joined.AttackerPolity;
        var by = Doer(ended.Attacker, ended.At.Place);
        var saying = new Saying(won ? SiegePhrases.SallyWon : SiegePhrases.SallyLost, ("by", by), ("place", ended.At.Place), ("men",
            new Men(joined.AttackerMen)),
            ("leader", Doer(ended.Defender, default)), ("lost", new Men(ended.AttackerLost)), ("enemies", new Men(ended.DefenderLost)),
                ("why", WhyJoined(index, ended.Attacker, by)));
        Add(index, (won ? 62 : 48) + Mass(joined.AttackerMen + joined.DefenderMen), saying,
            new Likeness(FactKind.Fought, ended.At.Place, ended.Winner));
    }

    /// <summary>Why the side that chose to fight fought: the cause of the event that joined it.</summary>
    private Saying WhyJoined(int ended, ForceId attacker, object doer)
    {
        var joined = memory.Find(memory.At(ended).Cause);
        if (joined < 0) return s_noWhy;
        var named = doer is PersonId person ? person : default;
        return causes.Why(memory.At(joined).Cause, attacker, _today, memory.Read<BattleJoined>(joined).At.Place, named, turning: false);
    }

    /// <summary>What became of the beaten: a chief killed or taken, then flight, retreat or the end.</summary>
    private Saying Aftermath(int ended, ForceId loser)
    {
        var id = memory.At(ended).Id;
        Saying? chief = null, men = null;
        for (var i = ended + 1; i < memory.Count; i++)
        {
            ref readonly var entry = ref memory.At(i);
            if (entry.Cause != id) continue;
            switch (entry.Kind)
            {
                case EventKind.CommanderLost:
                    var lost = memory.Read<CommanderLost>(i);
                    chief = new Saying(lost.Fate == Fate.Killed ? BattlePhrases.AndKilled : BattlePhrases.AndCaptured, ("person",
                        lost.Person));
                    break;
                case EventKind.ForceRouted when memory.Read<ForceRouted>(i) is var routed && routed.Force == loser:
                    men = new Saying(BattlePhrases.AndFled, ("loser", loser), ("to", routed.To));
                    break;
                case EventKind.ForceRetired when memory.Read<ForceRetired>(i) is var retired && retired.Force == loser
                    && retired.Doing == Doing.Retreating:
                    men = new Saying(BattlePhrases.AndFellBack, ("loser", loser), ("to", retired.To));
                    break;
                case EventKind.ForceDestroyed when memory.Read<ForceDestroyed>(i).Force == loser:
                    men = new Saying(BattlePhrases.AndDestroyed, ("loser", loser));
                    break;
            }
        }
        var none = new Saying(BattlePhrases.NoAftermath);
        return new Saying(BattlePhrases.Both, ("one", chief ?? none), ("other", men ?? none));
    }

    private void Declined(int index, in BattleDeclined declined)
    {
        if (MenOf(declined.Force) < HostMen || Again(declined.Force, EventKind.BattleDeclined, declined.At.Place)) return;
        Tell(index, 40 + Mass(MenOf(declined.Force)) / 2, declined);
    }
}
