using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>
/// Whether a court at peace goes to war: what lies open to its armies where they stand, less what lies open to the other's, and how the court leans.
/// In thousandths of the land its side held on the first day, as <see cref="Diplomacy"/> reckons what ends a war.
/// </summary>
internal sealed class Ambition(Chart chart)
{
    /// <summary>Days between looks. Balance: a council a month.</summary>
    public const int LooksEvery = 30;
    /// <summary>Days for which an oath just sworn is kept. Balance: until the other has done his part, or has shown that he will not.</summary>
    public const int KeepsFaith = 360;
    /// <summary>Least chance at which a seat of government lies open, per mille, and the march within which armies count for it, weighted li: some ten days.</summary>
    private const int OpenFrom = 550, NearLi = 400;

    private readonly Afield _own = new(chart.Atlas.PlaceRows), _theirs = new(chart.Atlas.PlaceRows);

    /// <summary>Renounces the peace with a party if that promises enough.</summary>
    public void Look(in Desk desk)
    {
        var view = desk.View;
        if ((view.Today + view.Seat.Value) % LooksEvery >= Rhythm.Days || view.Scenario.CourtOf[view.Polity.Value] != view.Seat || view.Kind != SeatKind.Court) return;
        if (Recently(view, view.PeaceTalk.RepliedOn) || Recently(view, view.PeaceTalk.AnsweredOn)) return;
        for (byte p = 1; p < view.Scenario.Polities.Length; p++)
        {
            var other = new PolityId(p);
            if (view.Scenario.SameSide(other, view.Polity) || view.Hostile(other) || !view.Scenario.CourtOf[p].Exists || !Swore(view, other)) continue;
            var promise = Promise(view, other);
            if (promise >= Diplomacy.Least) desk.Give(Order.Of(view.Seat, new Renounce(other)), new Reason(Motive.GoToWar, Number: promise));
        }
    }

    private static bool Recently(in View view, int day) => day > 0 && view.Today - day < KeepsFaith;

    /// <summary>A treaty between the two is on the books: who has none has no quarrel.</summary>
    private static bool Swore(in View view, PolityId other)
    {
        for (byte t = 1; t < view.Scenario.Treaties.Length; t++)
            if (view.Scenario.Treaties[t].Between(view.Polity, other)) return true;
        return false;
    }

    /// <summary>What war with a party promises over peace.</summary>
    internal int Promise(in View view, PolityId other)
    {
        Muster(view, other);
        long open = 0, exposed = 0, all = 0;
        for (short p = 1; p < chart.Atlas.PlaceRows; p++)
        {
            var place = new PlaceId(p);
            var worth = Chart.Worth(chart.Atlas[place].Kind);
            if (worth < Chart.SeatOfGovernment) continue;
            if (view.Scenario.SameSide(view.FirstHolder(place), view.Polity)) all += worth;
            var holder = view[place].Holder;
            if (!holder.Exists) continue;
            if (view.Scenario.SameSide(holder, other) && LiesOpen(view, place, _own, _theirs)) open += worth;
            else if (view.Scenario.SameSide(holder, view.Polity) && LiesOpen(view, place, _theirs, _own)) exposed += worth;
        }
        if (all == 0) return 0;
        return (int)((open - exposed) * 1000 / all) + Factions.Leaning(view.Court, view.Scenario) / Diplomacy.LeaningShare;
    }

    /// <summary>Field forces and garrisons of both, as believed.</summary>
    private void Muster(in View view, PolityId other)
    {
        _own.Clear();
        _theirs.Clear();
        for (short f = 1; f < view.ForceRows; f++)
        {
            var force = new ForceId(f);
            ref readonly var belief = ref view[force];
            if (!belief.Known || belief.Doing is Doing.Gone or Doing.Hidden) continue;
            var banner = view.BannerOf(force);
            if ((banner.Traits & (ForceTraits.Fleet | ForceTraits.Band)) != 0) continue;
            if (view.Scenario.SameSide(banner.Polity, view.Polity)) _own.Add(belief, (banner.Traits & ForceTraits.Garrison) != 0);
            else if (view.Scenario.SameSide(banner.Polity, other)) _theirs.Add(belief, (banner.Traits & ForceTraits.Garrison) != 0);
        }
    }

    private bool LiesOpen(in View view, PlaceId place, Afield attackers, Afield defenders)
    {
        var attack = attackers.Within(chart.Atlas, place, NearLi);
        if (attack.Men == 0) return false;
        var defence = defenders.Within(chart.Atlas, place, NearLi);
        var chance = defence.Men == 0 ? 950
            : Odds.WinChance(Reckoning.SideOf(attack.Men, attack.Horse, attack.Worth), Reckoning.SideOf(defence.Men, defence.Horse, defence.Worth), Field.Of(chart.Atlas[place].Terrain));
        var garrison = Math.Max(Band.Men(view[place].Strength), defenders.Shut(place));
        if (garrison == 0) garrison = Reckoning.CommonGuard(chart.Atlas[place].Walls);
        return chance * Reckoning.Siege(attack.Men, garrison, chart.Atlas[place].Walls, out _) / 1000 >= OpenFrom;
    }

    /// <summary>The bodies of one side by place.</summary>
    private sealed class Afield(int places)
    {
        private readonly (int Men, int Horse, long Worth)[] _field = new (int, int, long)[places];
        private readonly int[] _shut = new int[places];
        private readonly List<PlaceId> _touched = [];

        public int Shut(PlaceId place) => _shut[place.Value];

        public void Clear()
        {
            Array.Clear(_shut);
            foreach (var place in _touched) _field[place.Value] = default;
            _touched.Clear();
        }

        public void Add(in ForceBelief belief, bool garrison)
        {
            var men = Band.Men(belief.Men);
            if (garrison)
            {
                _shut[belief.Place.Value] += men;
                return;
            }
            ref var there = ref _field[belief.Place.Value];
            if (there.Men == 0) _touched.Add(belief.Place);
            there.Men += men;
            there.Horse += men * (belief.Arms & 15) / 16;
            there.Worth += (long)men * (belief.Arms >> 4) * 10;
        }

        public (int Men, int Horse, long Worth) Within(Atlas atlas, PlaceId place, int li)
        {
            var (men, horse, worth) = (0, 0, 0L);
            foreach (var at in _touched)
            {
                if (atlas.MarchCost(at, place) > li) continue;
                var there = _field[at.Value];
                men += there.Men;
                horse += there.Horse;
                worth += there.Worth;
            }
            return (men, horse, worth);
        }
    }
}
