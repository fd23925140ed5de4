using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>
/// How a court or a general's office leads the commands under it: each is directed against the prize it is likeliest to win, to the help of what is
/// beset, kept as a reserve, or called back when it stands exposed. Edicts are dear, so that a good one is left to stand.
/// </summary>
internal sealed class HighCommand(Picture picture, Prospects prospects, int seats)
{
    /// <summary>Days for which a directive is not changed for a better one. Balance: some twelve days there and back, and time to act on it.</summary>
    private const int LetsStand = 30;
    /// <summary>Days between letters to its commands of what is known of the enemy. Balance: two moons; what is urgent the clerks pass on.</summary>
    private const int TellsEvery = 60;
    /// <summary>Least chance to leave an exposed command where it is, per mille.</summary>
    private const int LeavesFrom = 200;

    private readonly Host[] _commands = new Host[seats];

    /// <summary>Whether the seat has commands under it.</summary>
    public static bool Leads(in View view) => view.Subordinates.Length > 0;

    /// <summary>After the picture has been read.</summary>
    public void Direct(in Desk desk, Aim aim)
    {
        prospects.Forget();
        Tell(desk);
        Muster(desk.View);
        var reserve = Reserve(desk.View);
        foreach (var seat in desk.View.Subordinates)
        {
            ref readonly var command = ref _commands[seat.Value];
            if (command.Men == 0) continue;
            var said = desk.View.Directed(seat);
            if (Stands(desk.View, said, command)) continue;
            if (CalledBack(desk, seat, command)) continue;
            if (seat == reserve)
            {
                Say(desk, seat, said, TaskKind.Hold, command.At, new Reason(Motive.KeepReserve, command.At));
                continue;
            }
            var plan = prospects.Best(desk.View, command, aim, new CopyBook { Task = said.Task, Target = said.Target }, Chart.Reach, Chart.SeatOfGovernment);
            if (!plan.IsSound) continue;
            prospects.Promise(plan.Place, command.Men);
            var motive = plan.Task == TaskKind.Relieve ? Motive.SendHelp : Motive.SendAgainst;
            Say(desk, seat, said, plan.Task, plan.Place, new Reason(motive, plan.Place, Number: plan.Success));
        }
    }

    /// <summary>Writes to each command under it what is known here of the enemy: one that has not been told fights, or sits still, by old news.</summary>
    private static void Tell(in Desk desk)
    {
        var day = (desk.View.Today + desk.View.Seat.Value) % TellsEvery;
        if (day >= Heuristic.Cadence) return;
        foreach (var seat in desk.View.Subordinates)
            desk.Give(Order.Of(desk.View.Seat, new Inform(seat)), new Reason(Motive.KeepInformed, desk.View.Office.At));
    }

    /// <summary>Adds up the forces of each command where its strongest body stands.</summary>
    private void Muster(in View view)
    {
        Array.Clear(_commands);
        for (short f = 1; f < view.ForceRows; f++)
        {
            var force = new ForceId(f);
            var seat = view.SeatOf(force);
            if (!seat.Exists || !view.Superior(seat) || (view.TraitsOf(force) & (ForceTraits.Garrison | ForceTraits.Fleet | ForceTraits.Band)) != 0) continue;
            ref readonly var belief = ref view[force];
            if (belief.Doing is Doing.Gone or Doing.Routed or Doing.Besieged) continue;
            ref var command = ref _commands[seat.Value];
            var men = Band.Men(belief.Men);
            if (!command.Leader.Exists || men > Band.Men(view[command.Leader].Men)) (command.Leader, command.At) = (force, belief.Place);
            command.Men += men;
            command.Horse += men * (belief.Arms & 15) / 16;
            command.Worth += (long)men * (belief.Arms >> 4) * 10;
            command.Supply = byte.MaxValue;
        }
    }

    /// <summary>Of three commands or more, the one nearest to the seat with no enemy about it, the strongest left out: it wins wars; none if there is none.</summary>
    private SeatId Reserve(in View view)
    {
        var count = 0;
        var nearest = Atlas.NoWay + 1;
        var reserve = SeatId.None;
        var most = 0;
        foreach (ref readonly var command in _commands.AsSpan()) most = Math.Max(most, command.Men);
        foreach (var seat in view.Subordinates)
        {
            ref readonly var command = ref _commands[seat.Value];
            if (command.Men == 0) continue;
            count++;
            var li = view.Atlas.RideLi(view.Office.At, command.At);
            if (li >= nearest || command.Men == most || picture.EnemyAbout(command.At).Men > 0) continue;
            (nearest, reserve) = (li, seat);
        }
        return count >= 3 ? reserve : SeatId.None;
    }

    /// <summary>Whether the last directive still has a goal, and is young enough to be left alone.</summary>
    private bool Stands(in View view, EdictBook said, in Host command)
    {
        if (!said.Target.Exists || view.Today - said.GivenOn >= LetsStand) return false;
        return said.Task switch
        {
            TaskKind.Take => view.Hostile(view[said.Target].Holder),
            TaskKind.Relieve => picture.FieldAt(said.Target) > 0,
            TaskKind.Withdraw => true,
            _ => picture.EnemyAbout(command.At).Men == 0,
        };
    }

    private bool CalledBack(in Desk desk, SeatId seat, in Host command)
    {
        if (desk.View.Ours(command.At) && picture.Chart.Atlas[command.At].Walls >= 2) return false;
        var enemy = picture.EnemyAbout(command.At);
        if (enemy.Men <= command.Men * 2) return false;
        var theirs = Reckoning.SideOf(enemy.Men, enemy.Horse, enemy.Worth);
        if (1000 - Odds.WinChance(theirs, command.Side, Field.Of(picture.Chart.Atlas[command.At].Terrain)) >= LeavesFrom) return false;
        foreach (ref readonly var near in picture.Chart.Near(command.At))
        {
            var place = near.Place;
            if (!picture.Ours(place) || picture.Chart.Atlas[place].Walls < 2 || picture.FieldAt(place) > 0) continue;
            Say(desk, seat, desk.View.Directed(seat), TaskKind.Withdraw, place, new Reason(Motive.CallBack, place, Number: enemy.Men));
            return true;
        }
        return false;
    }

    private static void Say(in Desk desk, SeatId to, EdictBook said, TaskKind task, PlaceId place, Reason reason)
    {
        if (said.Task == task && said.Target == place && said.GivenOn > 0 && said.Answer is Code.Accepted or Code.Obeys or Code.Adapts) return;
        desk.Give(Order.Of(desk.View.Seat, new Direct(to, task, place)), reason);
    }
}
