using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>
/// How a seat leads its own hosts, strongest first: out of danger, out of hunger, as told, to the help of its own, against the prize of most
/// worth; what is too weak alone calls the others to it; the rest stands guard.
/// </summary>
internal sealed class FieldCommand(Picture picture, Prospects prospects)
{
    /// <summary>Days of grain told to be kept in hand on the attack: what a soldier carries himself and a day.</summary>
    private const byte KeepDays = 6;
    /// <summary>Days of grain under which a host away from its granaries turns back.</summary>
    private const int Hungry = 4;
    /// <summary>Least chance to stand before an enemy in the open, per mille: a middling commander's (<see cref="Odds.StandThreshold"/>).</summary>
    private const int StaysFrom = 300;
    /// <summary>Weighted li within which a seat looks for prizes of its own accord: some fifteen days.</summary>
    private const int Reach = 800;
    /// <summary>Weighted li within which bodies are sent out to guard towns on the border.</summary>
    private const int GuardLi = 700;
    /// <summary>
    /// Men of its own side that are guard enough for a town on the border; and the largest body spared for one. Balance: what is larger is an army's
    /// striking force, and is not strewn over the towns.
    /// </summary>
    private const int GuardMen = 1500, LargestGuard = 4000;
    /// <summary>What an undertaking must promise for a guard to leave its town on the border alone. Balance: a likely prize within a few days.</summary>
    private const int LeavesPostFor = 350;
    /// <summary>Weighted li from which an enemy host in the field is a threat to a town on the border. Balance: ten days, as long as it takes to come back.</summary>
    private const int ThreatLi = 400;
    /// <summary>Times what it is on the way to that something else must be worth to turn a host aside. Balance: as much as a standing aim counts.</summary>
    private const int FarBetter = 4;
    /// <summary>Men sent, in hundredths of what an undertaking asks for, when a host is divided. Balance.</summary>
    private const int Plenty = 150;
    /// <summary>Weighted li from which enemies could come up to a prize while it is being taken: some six days. And most bodies in a part of a host.</summary>
    private const int ComesUpLi = 240, MostBodies = 6;
    /// <summary>Weighted li from which a host goes straight for a prize: what it carries takes it there and leaves some. And the least gain of coming up first.</summary>
    private const int StrikeLi = 240, LeastGain = 80;
    /// <summary>Longest stage, weighted li: eight days.</summary>
    private const int StageLi = 320;
    /// <summary>Times the men he rides with that the main host must have for its commander to leave them for it. And li that he rides to it: ten days.</summary>
    private const int FarLarger = 2, GoesAfterLi = 1200;
    /// <summary>Weighted li from which hosts are called together, and within which they count as together.</summary>
    private const int GatherLi = 400, TogetherLi = 40;
    /// <summary>Weighted li to its magazine that a host in trouble still tries for.</summary>
    private const int HomeLi = 500;
    /// <summary>Weighted li within which irregulars look for a country to harry.</summary>
    private const int HarryLi = 250;

    private readonly Granaries _granaries = new(picture);

    public void Lead(in Desk desk, Aim aim)
    {
        prospects.Forget();
        LeadFromTheFront(desk);
        for (var h = 0; h < picture.Count; h++)
        {
            ref var host = ref picture.Hosts[h];
            if (host.Settled) continue;
            host.Settled = true;
            if (IsInHiding(desk.View, host)) continue;
            if (Escapes(desk, host) || IsBetweenStages(desk, host) || TurnsBack(desk, host) || DoesAsTold(desk, host, aim, strongest: h == 0)) continue;
            var plan = SeesThrough(desk, host, aim, prospects.Best(desk.View, host, aim, desk.View.Ordered(host.Leader), ReachOf(desk.View)));
            if (plan.IsSound && Divides(desk.View, h, plan, aim)) Send(desk, host, plan, aim);
            else if (plan.IsSound && (plan.Utility >= LeavesPostFor || !IsPost(host))) Send(desk, host, plan, aim);
            else if (!Gathers(desk, h, aim) && !Harries(desk, host)) Stand(desk, host);
        }
    }

    /// <summary>How far it looks for prizes: who may act without asking marches to where the war is; who is bound looks about him.</summary>
    private static int ReachOf(in View view) => view.Office.Authority == Authority.Bound ? Reach : Chart.Reach;

    /// <summary>What it is on the way to, as long as that is sound, rather than something not far better: marching to and fro wins nothing.</summary>
    private Plan SeesThrough(in Desk desk, in Host host, Aim aim, in Plan best)
    {
        var book = desk.View.Ordered(host.Leader);
        if (book.GivenOn == 0 || book.Task != TaskKind.Take || book.Target == best.Place || !picture.Hostile(book.Target)) return best;
        if (!desk.IsUnderWay(host.Leader, TaskKind.Take, book.Target)) return best;
        var begun = prospects.Again(desk.View, host, aim, new Plan { Task = TaskKind.Take, Place = book.Target });
        return begun.IsSound && best.Utility < begun.Utility * FarBetter ? begun : best;
    }

    /// <summary>
    /// The commander of a field command rides with his main host: he takes horse with it when it stands before his door, goes where it stands or is bound
    /// when it is elsewhere, and leaves a host that has grown small. Orders from afar are weeks late.
    /// </summary>
    private void LeadFromTheFront(in Desk desk)
    {
        var view = desk.View;
        ref readonly var main = ref picture.Hosts[0];
        ref readonly var office = ref view.Office;
        if (view.Kind != SeatKind.Command || view.Scenario.HouseOf(view.Seat) != view.Seat || office.Going.Exists || main.Irregular) return;
        if (office.With.Exists && picture.MenWith(office.With) * FarLarger >= main.Men) return;
        if (main.At == office.At)
        {
            desk.Give(Order.Of(view.Seat, new RideWith(main.Leader)), new Reason(Motive.LeadFromTheFront, main.At, main.Leader));
            return;
        }
        var to = main.Errand.Exists && picture.Ours(main.Errand) ? main.Errand : main.At;
        if (to != office.At && picture.Ours(to) && picture.FieldAt(to) == 0 && picture.Chart.Atlas.RideLi(office.At, to) <= GoesAfterLi)
            desk.Give(Order.Of(view.Seat, new StayAt(to)), new Reason(Motive.GoToTheHost, to, main.Leader));
    }

    /// <summary>Irregulars in the hills of an enemy's country know best themselves when to strike and when to lie low.</summary>
    private static bool IsInHiding(in View view, in Host host) =>
        host.Irregular && view[host.Leader].Doing == Doing.Hidden && !view.Ours(host.At);

    private bool Escapes(in Desk desk, in Host host)
    {
        if (desk.View.Ours(host.At) && picture.Chart.Atlas[host.At].Walls >= 2) return false;
        // Those whom it has shut in do not frighten it.
        var enemy = picture.EnemyAbout(host.At, outside: host.Besieging);
        if (enemy.Men <= host.Men) return false;
        var theirs = Reckoning.SideOf(enemy.Men, enemy.Horse, enemy.Worth);
        if (1000 - Odds.WinChance(theirs, host.Side, Field.Of(picture.Chart.Atlas[host.At].Terrain)) >= StaysFrom) return false;
        return FallsBack(desk, host, Refuge(desk.View, host), new Reason(Motive.Outnumbered, host.At, Number: enemy.Men));
    }

    /// <summary>
    /// Out of grain. In the field its commander turns back by himself, for a granary that he sees and the seat does not; from a town of its own that
    /// is eaten bare it is sent on to one that is not.
    /// </summary>
    private bool TurnsBack(in Desk desk, in Host host)
    {
        if (host.Irregular || host.Supply >= Hungry) return false;
        if (!desk.View.Ours(host.At)) return true;
        if (host.At == desk.View.BaseOf(host.Leader)) return false;
        return FallsBack(desk, host, _granaries.Nearest(desk.View, host), new Reason(Motive.OutOfGrain, host.At, Number: host.Supply));
    }

    private bool FallsBack(in Desk desk, in Host host, PlaceId home, Reason reason)
    {
        if (!home.Exists) return false;
        for (var body = host.First; body.Exists; body = picture.Next(body)) desk.Withdraw(body, home, reason);
        return true;
    }

    /// <summary>Its leader's magazine while that is in friendly hands and not far, else the nearest walled place that is; none if there is none near.</summary>
    private PlaceId Refuge(in View view, in Host host)
    {
        var home = view.BaseOf(host.Leader);
        if (home.Exists && home != host.At && view.Ours(home) && picture.FieldAt(home) < host.Men && picture.Chart.Atlas.MarchCost(host.At, home) <= HomeLi) return home;
        foreach (ref readonly var near in picture.Chart.Near(host.At))
            if (near.Place != host.At && picture.Ours(near.Place) && picture.Chart.Atlas[near.Place].Walls >= 2 && picture.FieldAt(near.Place) == 0) return near.Place;
        return PlaceId.None;
    }

    /// <summary>Standing aims that leave no choice: go back, stand there, be there.</summary>
    private bool DoesAsTold(in Desk desk, in Host host, Aim aim, bool strongest)
    {
        if (!aim.Place.Exists || host.Irregular) return false;
        var reason = new Reason(Motive.AsTold, aim.Place);
        switch (aim.Task)
        {
            case TaskKind.Withdraw when !desk.View.Ours(host.At):
                return FallsBack(desk, host, Refuge(desk.View, host), reason);
            case TaskKind.Hold or TaskKind.March when strongest && host.At != aim.Place && desk.View.Ours(aim.Place):
                desk.Hold(host.Leader, aim.Place, reason);
                Bring(desk, host, host.Leader, new Reason(Motive.KeepTogether, aim.Place, host.Leader));
                return true;
            case TaskKind.Harass when host.Horse * 2 > host.Men && desk.View.Hostile(desk.View[aim.Place].Holder):
                desk.Harass(host.Leader, aim.Place, reason);
                Bring(desk, host, host.Leader, new Reason(Motive.KeepTogether, aim.Place, host.Leader));
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Sends no more than it takes: of a host of many bodies, the largest but for its leader's until they would do as well as all, and the enemies who
    /// could come up are no match for them. The rest looks for something else. A body told off for something goes on with it.
    /// </summary>
    private bool Divides(in View view, int h, in Plan plan, Aim aim)
    {
        ref readonly var host = ref picture.Hosts[h];
        if (host.Bodies < 2 || host.Irregular || host.Besieging || host.Errand.Exists) return false;
        var least = Math.Max(plan.Needs, picture.EnemyWithin(plan.Place, ComesUpLi)) * Plenty / 100;
        if (host.Men - least < GuardMen) return false;
        Span<ForceId> part = stackalloc ForceId[MostBodies];
        var count = 0;
        var party = new Host { At = host.At, Supply = host.Supply };
        while (count < MostBodies && Largest(view, host, part[..count]) is { Exists: true } body)
        {
            part[count++] = body;
            ref readonly var belief = ref view[body];
            var men = Band.Men(belief.Men);
            party.Leader = part[0];
            party.Men += men;
            party.Horse += men * (belief.Arms & 15) / 16;
            party.Worth += (long)men * (belief.Arms >> 4) * 10;
            if (host.Men - party.Men < GuardMen) return false;
            if (party.Men < least || prospects.Again(view, party, aim, plan) is not { IsSound: true } again || again.Success * 10 < plan.Success * 9) continue;
            picture.Divide(view, h, part[..count]);
            picture.Hosts[h].Settled = true;
            return true;
        }
        return false;
    }

    /// <summary>The largest body of a host that has not been picked, its leader left out; none if none is left.</summary>
    private ForceId Largest(in View view, in Host host, ReadOnlySpan<ForceId> picked)
    {
        var best = ForceId.None;
        for (var body = host.First; body.Exists; body = picture.Next(body))
            if (body != host.Leader && !picked.Contains(body) && (view.TraitsOf(body) & ForceTraits.Band) == 0
                && view[body].Place == host.At && (!best.Exists || view[body].Men > view[best].Men)) best = body;
        return best;
    }

    private void Send(in Desk desk, in Host host, in Plan plan, Aim aim)
    {
        prospects.Promise(plan.Place, host.Men);
        if (plan.Task == TaskKind.Take && Stage(desk.View, host, plan.Place) is { Exists: true } near)
        {
            desk.Hold(host.Leader, near, new Reason(Motive.ComeUp, near, host.Leader, plan.Success));
            Bring(desk, host, host.Leader, new Reason(Motive.KeepTogether, near, host.Leader));
            return;
        }
        var told = aim.Place == plan.Place;
        if (plan.Task == TaskKind.Relieve) desk.Relieve(host.Leader, plan.Place, new Reason(Motive.Relieve, plan.Place, host.Leader, plan.Chance));
        else desk.Take(host.Leader, plan.Place, KeepDays, new Reason(told ? Motive.TakeAsTold : Motive.TakePrize, plan.Place, host.Leader, plan.Success));
        Bring(desk, host, host.Leader, new Reason(Motive.KeepTogether, plan.Place, host.Leader));
    }

    /// <summary>
    /// Towards a far prize a host goes by stages, from one seat of government of its own side to the next, and eats there; none when it is near
    /// enough, or when no stage leads on.
    /// </summary>
    private PlaceId Stage(in View view, in Host host, PlaceId prize)
    {
        var atlas = picture.Chart.Atlas;
        var left = atlas.MarchCost(host.At, prize);
        var stage = PlaceId.None;
        if (left <= StrikeLi) return stage;
        left -= LeastGain;
        foreach (ref readonly var near in picture.Chart.Near(host.At))
        {
            if (near.Cost > StageLi) break;
            if (near.Worth < Chart.SeatOfGovernment || !picture.Ours(near.Place) || picture.FieldAt(near.Place) > 0) continue;
            if (atlas.MarchCost(near.Place, prize) is var li && li < left) (stage, left) = (near.Place, li);
        }
        return stage;
    }

    /// <summary>On the way to a stage, or to a town that it was told to guard: it gets there first.</summary>
    private static bool IsBetweenStages(in Desk desk, in Host host)
    {
        var book = desk.View.Ordered(host.Leader);
        return book.GivenOn > 0 && book.Task is TaskKind.Hold or TaskKind.Withdraw && book.Target != host.At && desk.View.Ours(book.Target)
            && desk.IsUnderWay(host.Leader, book.Task, book.Target);
    }

    private void Bring(in Desk desk, in Host host, ForceId leader, Reason reason)
    {
        for (var body = host.First; body.Exists; body = picture.Next(body))
            if (body != leader) desk.Follow(body, leader, reason);
    }

    /// <summary>Calls the hosts about it together when that makes an undertaking sound that none of them could begin alone.</summary>
    private bool Gathers(in Desk desk, int h, Aim aim)
    {
        ref readonly var host = ref picture.Hosts[h];
        if (host.Irregular) return false;
        var pooled = host;
        var together = host;
        for (var k = h + 1; k < picture.Count; k++)
        {
            ref readonly var other = ref picture.Hosts[k];
            if (!Joins(other, host)) continue;
            Pool(ref pooled, other);
            if (picture.Chart.Atlas.MarchCost(other.At, host.At) <= TogetherLi) Pool(ref together, other);
        }
        if (pooled.Men == host.Men) return false;
        var book = desk.View.Ordered(host.Leader);
        var plan = prospects.Best(desk.View, pooled, aim, book, ReachOf(desk.View));
        if (!plan.IsSound) return false;
        for (var k = h + 1; k < picture.Count; k++)
        {
            ref var other = ref picture.Hosts[k];
            if (!Joins(other, host)) continue;
            other.Settled = true;
            Bring(desk, other, host.Leader, new Reason(Motive.Gather, plan.Place, host.Leader, plan.Needs));
        }
        var now = prospects.Best(desk.View, together, aim, book, ReachOf(desk.View));
        if (now.IsSound) Send(desk, host, now, aim);
        else desk.Hold(host.Leader, host.At, new Reason(Motive.AwaitGathering, host.At, host.Leader, plan.Needs));
        prospects.Promise(plan.Place, pooled.Men);
        return true;
    }

    private bool Joins(in Host other, in Host host) =>
        !other.Settled && !other.Irregular && !other.Besieging && picture.Chart.Atlas.MarchCost(other.At, host.At) <= GatherLi;

    private static void Pool(ref Host host, in Host other)
    {
        host.Men += other.Men;
        host.Horse += other.Horse;
        host.Worth += other.Worth;
        host.Supply = Math.Min(host.Supply, other.Supply);
    }

    /// <summary>Irregulars and light bodies go where the enemy's country is open.</summary>
    private bool Harries(in Desk desk, in Host host)
    {
        if (!host.Irregular) return false;
        foreach (ref readonly var near in picture.Chart.Near(host.At))
        {
            var place = near.Place;
            if (near.Cost > HarryLi) return false;
            if (!picture.Hostile(place) || picture.EnemyAbout(place).Men > host.Men * 3) continue;
            for (var body = host.First; body.Exists; body = picture.Next(body)) desk.Harass(body, place, new Reason(Motive.Harry, place));
            return true;
        }
        return false;
    }

    /// <summary>Nothing to win: it spares guards for the towns on the border, and stays in its own town or goes back to one.</summary>
    private void Stand(in Desk desk, in Host host)
    {
        if (!desk.View.Ours(host.At))
        {
            if (!host.Besieging) FallsBack(desk, host, Refuge(desk.View, host), new Reason(Motive.ErrandOver, host.At));
            return;
        }
        var post = IsPost(host);
        for (var body = host.First; body.Exists; body = picture.Next(body))
        {
            var men = Band.Men(desk.View[body].Men);
            if (!host.Irregular && men is >= GuardMen and <= LargestGuard && (body != host.Leader || !post) && Unguarded(desk.View, host) is { Exists: true } town)
            {
                prospects.Promise(town, men);
                desk.Hold(body, town, new Reason(Motive.Guard, town, body, picture.EnemyAbout(town).Men));
                continue;
            }
            var book = desk.View.Ordered(body);
            if (book.GivenOn > 0 && (book.Task != TaskKind.Hold || book.Target != host.At))
                desk.Hold(body, host.At, new Reason(Motive.Guard, host.At, Number: picture.EnemyAbout(host.At).Men));
        }
    }

    /// <summary>It is all the guard there is of a town on the border, and an enemy is known from whom to guard it.</summary>
    private bool IsPost(in Host host) =>
        picture.OnBorder(host.At) && picture.FriendsAt(host.At) < GuardMen && picture.EnemyWithin(host.At, ThreatLi) >= GuardMen;

    /// <summary>The town on the border, of those near, that most wants a guard: the richest for the way; none if all have one.</summary>
    private PlaceId Unguarded(in View view, in Host host)
    {
        var best = PlaceId.None;
        var most = 0;
        foreach (ref readonly var near in picture.Chart.Near(host.At))
        {
            if (near.Cost > GuardLi) break;
            var place = near.Place;
            if (!picture.OnBorder(place) || place == host.At) continue;
            var worth = near.Worth * 1000 / (near.Cost / Prospects.LiPerDay + 10);
            if (worth <= most) continue;
            if (picture.FriendsAt(place) + picture.OwnAt(place) + prospects.Promised(place) >= GuardMen || picture.EnemyAbout(place).Men > 0) continue;
            (most, best) = (worth, place);
        }
        return best;
    }
}
