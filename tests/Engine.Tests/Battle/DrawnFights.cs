using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Engine.Tests.Battle;

/// <summary>
/// Draws engagements as the war of 1140 could have offered them: armies put together from the roll of 1139, sizes log-uniform over 2,000 to
/// 60,000 with ratios from 1:3 to 3:1, ground in the shares of the road network, beliefs with error, and only those fights that one side
/// chose and the other accepted or could not escape.
/// </summary>
internal sealed class DrawnFights(ulong seed)
{
    internal readonly record struct Fight(Side Attacker, Side Defender, Field Field, ulong Key);

    private readonly Chance _chance = new(seed, 0);
    private ulong _subject;
    private uint _index;

    /// <summary>Meetings looked at so far, fights or not.</summary>
    public int Meetings { get; private set; }

    /// <summary>The next meeting that comes to blows.</summary>
    public Fight Next()
    {
        while (true)
        {
            Meetings++;
            _subject = (ulong)Meetings;
            _index = 0;
            int first = Size(), second = (int)(first * Math.Exp(Even(-Math.Log(3), Math.Log(3))));
            if (second is < 2000 or > 60_000) continue;
            var (song, songCaution) = Army(Roll1139.Song, first);
            var (jin, jinCaution) = Army(Roll1139.Jin, second);
            var field = Field.Of(DrawGround());
            var songFirst = Even(0, 1) < 0.5;
            var key = Key.Child(7, 0, Meetings);
            if (songFirst)
            {
                if (Joined(song, songCaution, jin, jinCaution, field) is { } one) return new Fight(one.A, one.D, field, key);
                if (Joined(jin, jinCaution, song, songCaution, field) is { } two) return new Fight(two.A, two.D, field, key);
            }
            else
            {
                if (Joined(jin, jinCaution, song, songCaution, field) is { } one) return new Fight(one.A, one.D, field, key);
                if (Joined(song, songCaution, jin, jinCaution, field) is { } two) return new Fight(two.A, two.D, field, key);
            }
        }
    }

    /// <summary>Whether the first chooses to attack and the second stands; both judge by what they believe.</summary>
    private (Side A, Side D)? Joined(Side a, int cautionA, Side d, int cautionD, Field field)
    {
        var stance = Even(0, 1);
        d = d with { Posture = stance < 0.10 ? Posture.Fortified : stance < 0.45 ? Posture.Prepared : Posture.Open };
        a = a with { Surprises = Even(0, 1) < 0.06 };
        if (!Odds.Accepts(Odds.WinChance(a, Believed(d), field), Odds.AttackThreshold(cautionA), canGetAway: true)) return null;
        var mounted = d.Arms.Horse * 2 > d.Arms.Men;
        var away = Even(0, 1) < (mounted ? 0.7 : 0.4);
        var seen = Believed(a) with { Surprises = false };
        return Odds.Accepts(1000 - Odds.WinChance(seen, d, field), Odds.StandThreshold(cautionD), away) ? (a, d) : null;
    }

    /// <summary>An enemy as scouts tell him: numbers within a third or so, quality and commander by repute, morale by guess.</summary>
    private Side Believed(Side side)
    {
        var scale = Math.Exp(0.35 * Bell());
        var arms = side.Arms;
        return side with
        {
            Arms = new Arms(Scaled(arms.Foot), Scaled(arms.LightHorse), Scaled(arms.HeavyHorse), Scaled(arms.Militia), Scaled(arms.Boats)),
            QualityTenths = Math.Clamp(side.QualityTenths + (int)(7 * Bell()), 20, 95),
            LeadershipTenths = Math.Clamp(side.LeadershipTenths + (int)(12 * Bell()), 15, 95),
            Morale = 660, UpPerMille = 1000, Fatigue = 200,
        };

        int Scaled(int men) => (int)(men * scale);
    }

    /// <summary>
    /// Detachments of one crown until the size is reached, the last in part; led by one of their chiefs, or if it is large by the head of
    /// his army.
    /// </summary>
    private (Side, int Caution) Army(Roll1139.Row[] roll, int size)
    {
        var arms = default(Arms);
        long quality = 0, morale = 0, blades = 0;
        var lead = roll[0];
        while (arms.Men < size)
        {
            var row = roll[(int)Even(0, roll.Length)];
            if (Even(0, 10_000) > row.Men) continue;
            if (arms.Men == 0) lead = row;
            var whole = new Arms(row.Foot, row.Light, row.Heavy, row.Militia, row.Boats);
            var part = whole.Part(Math.Min(row.Men, size - arms.Men));
            arms += part;
            quality += (long)part.Men * row.Quality;
            morale += (long)part.Men * row.Morale;
            if (!row.Jin && row.Quality >= 70) blades += part.Foot;
        }
        var large = size > 15_000;
        var up = Even(0, 1) < 0.7 ? 1000 : (int)Even(600, 1000);
        return (new Side(arms, (int)(quality / size), (int)(morale / size) + (int)(60 * Bell()), large ? lead.Top : lead.Chief,
            Fatigue: (int)Even(0, 400), UpPerMille: up, RetreatCut: Even(0, 1) < 0.10, LongBlades: (int)(blades * 1000 / size)), large ? lead.TopCaution : lead.ChiefCaution);
    }

    /// <summary>Land routes of the network: 292 roads, 116 mountain roads, 26 passes; what lies beside each is an estimate.</summary>
    private Ground DrawGround()
    {
        var route = Even(0, 292 + 116 + 26);
        var share = Even(0, 1);
        if (route < 292) return share < 0.60 ? Ground.Plain : share < 0.85 ? Ground.Hills : share < 0.95 ? Ground.Marsh : Ground.Street;
        return route < 292 + 116 && share < 0.6 ? Ground.Hills : Ground.Mountain;
    }

    private int Size() => (int)Math.Exp(Even(Math.Log(2000), Math.Log(60_000)));
    private double Even(double low, double high) => low + (high - low) * _chance.Words(Purpose.Test, _subject, _index++).A / 4294967296.0;
    private double Bell() => Fixed.NormalQuantile(_chance.Fraction(Purpose.Test, _subject, _index++)) / 65536.0;
}
