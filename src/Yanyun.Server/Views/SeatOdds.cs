using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Http;
using static Yanyun.Server.Views.OddsWords;

namespace Yanyun.Server.Views;

/// <summary>What an order would promise, from a seat's view alone: <see cref="Forecast"/> in words.</summary>
public sealed class SeatOdds(Bookmark bookmark)
{
    private readonly OddsWords _words = new(bookmark);

    /// <summary>Verbs after which the force falls on the enemy it finds at the place, and those after which it is fallen on.</summary>
    private static readonly string[] s_attacks = ["march", "take", "relieve"], s_stands = ["hold"];

    /// <summary>The forecasts of an order of which some fields are given: the force, and where it is to go.</summary>
    /// <param name="given">One for each field of the verb; null where it is not given.</param>
    public OddsShape Of(in View view, OrderVerb verb, object?[] given)
    {
        var (force, place, pace, stance, crossing) = (ForceId.None, PlaceId.None, Engine.Pace.Usual, Stance.Usual, (short)0);
        for (var i = 0; i < given.Length; i++)
            switch (given[i])
            {
                case ForceId id when verb.Fields[i].Name == "force": force = id; break;
                case ForceId leader when view.Knows(leader): place = view[leader].Place; break;
                case short row: crossing = row; break;
                case PlaceId id: place = id; break;
                case Engine.Pace how: pace = how; break;
                case Stance how: stance = how; break;
            }
        var told = new List<ForecastShape>();
        if ((new TalkOdds(bookmark).Of(view, verb, given) ?? new ErrandOdds(bookmark).Of(view, verb, given)) is { } words) return new OddsShape(verb.Word, words);
        if (!view.Knows(force) || view[force].Doing == Doing.Gone) return new OddsShape(verb.Word, told);
        var here = view[force].Place;
        var at = place.Exists ? place : here;
        var moves = place.Exists && place != here && verb.Word is not ("storm" or "summon");
        if (moves && Forecast.March(view, force, place, pace, out var way)) told.Add(Said(view, way));
        else if (!moves) told.Add(Ride(view, force));
        told.Insert(0, new DutyOdds(bookmark).Order(view, verb, force, place));
        if (verb.Word == "sally") told.Add(Said(view, Forecast.Sally(view, force)));
        if (verb.Word == "burn-bridge" && crossing > 0) told.Add(Burnt(view, crossing));
        if (s_attacks.Contains(verb.Word) || (verb.Word == "stance" && stance == Stance.Seek)) told.Add(Said(view, Forecast.Fight(view, force, at, attacks: true)));
        else if (s_stands.Contains(verb.Word)) told.Add(Said(view, Forecast.Fight(view, force, at, attacks: false)));
        if (verb.Word is "take" or "storm" && place.Exists) told.Add(Said(Forecast.Storm(view, force, place)));
        if (verb.Word is "take" or "summon" && place.Exists && view[place].Holder.Exists)
            told.Add(new TalkOdds(bookmark).Said(Persuasion.Summons(view, force, place, verb.Word == "take" ? place : here)));
        return new OddsShape(verb.Word, told);
    }

    private static ForecastShape Burnt(in View view, short crossing)
    {
        var days = Errand.OutOfUse(view.Atlas.Crossings[crossing].Kind);
        return Dated(view, "burnt", new Guess(days, days, days),
            [new("rule", "By the rule of rivers: a bridge takes so long to build, boats to gather again. No chance is in it, where he is at the bank and the crossing still stands.", "依河渡之規：橋之重建、舟之再集，須若干日。既至其岸而渡猶在，則無機率可言。")]);
    }

    private ForecastShape Said(in View view, in FightForecast fight)
    {
        var basis = new List<BasisShape>
        {
            new("own", $"Own: {Men(fight.Men)} in {Bodies(fight.Bodies)}, as last reported{_words.Led(fight.Chief, Language.English)}.",
                $"己方：據最近所報，{fight.Bodies} 部，約 {Number(fight.Men)} 人{_words.Led(fight.Chief, Language.Chinese)}。"),
        };
        var (en, zh) = (_words.Name(fight.Place, Language.English), _words.Name(fight.Place, Language.Chinese));
        if (fight.EnemyBodies == 0)
            basis.Add(new("enemy", $"No enemy in the field is known within {Atlas.ScoutLi} li of {en}: no odds can be given.", $"{zh}周圍 {Atlas.ScoutLi} 里內不聞有敵軍：無從推算。"));
        else
        {
            basis.Add(new("enemy",
                $"Enemy within {Atlas.ScoutLi} li of {en}: {Number(fight.Enemy.Low)} to {Number(fight.Enemy.High)} men in {Bodies(fight.EnemyBodies)}{_words.Led(fight.EnemyChief, Language.English)}, with the error that scouts make.",
                $"{zh}周圍 {Atlas.ScoutLi} 里內之敵：{fight.EnemyBodies} 部，約 {Number(fight.Enemy.Low)} 至 {Number(fight.Enemy.High)} 人{_words.Led(fight.EnemyChief, Language.Chinese)}，已計斥候之誤差。"));
            basis.Add(new("news",
                $"The oldest news of them is {Days(fight.Oldest)} old; after {Forecast.Old} days it counts half, after {Forecast.Stale} not at all.",
                $"其中最舊之消息已 {fight.Oldest} 日；逾 {Forecast.Old} 日者折半，逾 {Forecast.Stale} 日者不計。"));
            basis.Add(new("unknown", "Morale is taken as middling on both sides, all horse as light, and commanders by repute: nobody reports these.",
                "雙方士氣皆以中平計，騎兵皆以輕騎計，將領以聲名計：此皆無人奏報。"));
        }
        basis.Add(new("rule", "By the rule of battle: men, quality, arms, ground, leadership, posture.", "依戰鬥之規：兵數、素質、兵種、地勢、統率、陣勢。"));
        return fight.EnemyBodies == 0
            ? new ForecastShape("fight", "per-mille", null, null, null, null, null, basis)
            : new ForecastShape("fight", "per-mille", fight.Chance.Low, fight.Chance.Middle, fight.Chance.High, null, null, basis);
    }

    private ForecastShape Said(in StormForecast storm) => new("storm", "per-mille", storm.Chance.Low, storm.Chance.Middle, storm.Chance.High, null, null,
    [
        new("own", $"Own: {Men(storm.Men)} in {Bodies(storm.Bodies)} to storm; {Number(storm.ToShutIn)} are needed to shut the town in.",
            $"己方：{storm.Bodies} 部，約 {Number(storm.Men)} 人登城；合圍須 {Number(storm.ToShutIn)} 人。"),
        new("enemy",
            storm.Known ? $"In {_words.Name(storm.Place, Language.English)}: {Number(storm.Garrison.Low)} to {Number(storm.Garrison.High)} men, by news {Days(storm.NewsDays)} old."
                : $"How many hold {_words.Name(storm.Place, Language.English)} nobody has reported: taken for the common guard of such walls, {Number(storm.Garrison.Low)} to {Number(storm.Garrison.High)}.",
            storm.Known ? $"{_words.Name(storm.Place, Language.Chinese)}城中約 {Number(storm.Garrison.Low)} 至 {Number(storm.Garrison.High)} 人，消息已 {storm.NewsDays} 日。"
                : $"{_words.Name(storm.Place, Language.Chinese)}守兵之數無人奏報：以此等城之常額計，{Number(storm.Garrison.Low)} 至 {Number(storm.Garrison.High)} 人。"),
        new("wall", $"Walls of the {storm.Walls} degree of 5, as of the first day; a wall of this degree makes a defender worth {Storming.WallFactor(storm.Walls)} where there are {Storming.WallLi(storm.Walls) * Storming.MenPerLi} men to man it; fewer leave the rest bare.",
            $"城防 {storm.Walls} 等（共五等，據首日）；此等之城，守者一人當 {Storming.WallFactor(storm.Walls)} 人；滿守需 {Storming.WallLi(storm.Walls) * Storming.MenPerLi} 人，不足則城有空處。"),
        Repulses(storm),
        new("unknown", "From a warned garrison behind a whole wall to an unwarned one with a fifth of it open.", "自有備而城垣完好，至無備而城垣已破五分之一。"),
        new("rule", "By the rule of sieges: one storm, with no army to hinder it.", "依圍城之規：登城一次，且無援軍相阻。"),
    ]);

    /// <summary>Storms that were beaten off, as far as the seat knows.</summary>
    private static BasisShape Repulses(in StormForecast storm) => storm.Seen
        ? new("repulses", $"Storms beaten off in this siege, as its holder has seen: {storm.Repulses.Middle}; each, up to {Storming.MostRepulses}, makes the next harder.",
            $"此圍之中登城而不克者，本職之主所親見：{storm.Repulses.Middle} 次；每次使後者愈難，至 {Storming.MostRepulses} 次為止。")
        : storm.Repulses.High > 0
            ? new("repulses", $"Whether storms were beaten off before is not reported: the worst case counts {storm.Repulses.High}, the likeliest none.", $"先此登城不克與否，無人奏報：最不利者以 {storm.Repulses.High} 次計，約數以無計。")
            : new("repulses", "No camp of ours lies there yet: no storm has been beaten off.", "我軍尚未圍之：未有登城不克之事。");

    private ForecastShape Said(in View view, in MarchForecast way)
    {
        var days = way.Days;
        var basis = new List<BasisShape>
        {
            new("way", $"{way.Li} li by the shortest march from {_words.Name(way.From, Language.English)}{(way.Rivers > 0 ? $", over {Count(way.Rivers, "river", "rivers")}" : "")}.",
                $"自{_words.Name(way.From, Language.Chinese)}取最短之道 {way.Li} 里{(way.Rivers > 0 ? $"，渡水 {way.Rivers} 處" : "")}。"),
            new("news", way.NewsDays == 0 ? "Where it stands is known as of today." : $"Where it stands is known by news {Days(way.NewsDays)} old.",
                way.NewsDays == 0 ? "所在據今日所知。" : $"所在據 {way.NewsDays} 日前之消息。"),
            new("unknown", "From without porters and fed to with a porter for each man and hungry; bridges and boats are taken to be there, and no enemy in the way.",
                "自無伕役而糧足，至人各一伕而乏食；橋船以俱在計，且途中無敵。"),
        };
        if (way.Ride.High > 0)
            basis.Insert(0, new("order", $"The order is {Range(way.Ride)} days on the road first.", $"令先在途 {Range(way.Ride)} 日。"));
        basis.Add(new("rule", "By the rules of couriers and of the march.", "依驛遞與行軍之規。"));
        return Dated(view, "march", days, basis);
    }

    private static ForecastShape Ride(in View view, ForceId force)
    {
        var ride = Forecast.RideTo(view, force);
        var age = Forecast.AgeOf(view, force);
        return Dated(view, "ride", ride,
        [
            new("news", age == 0 ? "Where it stands is known as of today." : $"Where it stands is known by news {Days(age)} old.",
                age == 0 ? "所在據今日所知。" : $"所在據 {age} 日前之消息。"),
            new("rule", "By the rule of couriers; a rider may be lost.", "依驛遞之規；驛騎或有不達。"),
        ]);
    }

    private static ForecastShape Dated(in View view, string what, in Guess days, List<BasisShape> basis) =>
        new(what, "days", days.Low, days.Middle, days.High, (view.Date + days.Low).ToString(), (view.Date + days.High).ToString(), basis);
}
