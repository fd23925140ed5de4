using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Http;
using static Yanyun.Server.Views.OddsWords;

namespace Yanyun.Server.Views;

/// <summary>What men would make of what they are told, from a seat's view alone: <see cref="Compliance"/> in words.</summary>
internal sealed class DutyOdds(Bookmark bookmark)
{
    private readonly OddsWords _words = new(bookmark);

    /// <summary>An order to a force: the chance that its commander does it, or that no chance is in that.</summary>
    public ForecastShape Order(in View view, OrderVerb verb, ForceId force, PlaceId place)
    {
        var obeys = Compliance.Order(view, force, verb.Kind, place);
        if (obeys is { Chance.Low: 1000, Against: Engine.Rules.Against.Nothing })
            return Sure(verb.Word is "march" or "take" or "relieve" or "harass"
                    ? new BasisShape("verdict", "He does it when he has it: nothing that is known here would keep him back.", "令至則行：據此間所知，無所阻之。")
                    : new BasisShape("verdict", "He does it when he has it: at this a commander does not balk.", "令至則行：此等之令，將領不為遲疑。"),
                [.. Price(verb), new BasisShape("rule", "By the rule of command; how long a rider takes is said below.", "依號令之規；驛程見下。")]);
        return Chance("obeys", obeys.Chance,
        [
            Leads(obeys),
            new("enemy", $"Where he is, by news {Days(obeys.NewsDays)} old: {Men(obeys.Friends)} of his side, and of the enemy within a day’s scouting {Range(obeys.Enemies)}.",
                $"其所在，消息已 {obeys.NewsDays} 日：己方約 {Number(obeys.Friends)} 人，一日斥候之內敵約 {Range(obeys.Enemies)} 人。"),
            obeys.Stuck
                ? new("against", "He was in flight, or shut in, when he was last heard of: until that is over he cannot.", "最近所聞其方潰走或被圍：未解則不能行。")
                : Against(obeys.Against),
            new("unknown", "Bands hidden about him, who tie down twice their number, nobody reports.", "其近旁潛伏之義兵可牽制倍於己者，此無人奏報。"),
            .. Price(verb),
            new("rule", "By the rule of command: his caution, what he sees, how old the order is. Else he puts it off and says why.", "依號令之規：視其慎重、所見與令之新舊。否則延緩而具陳其故。"),
        ]);
    }

    private BasisShape Leads(in ObeyForecast obeys) => obeys.Man.Exists
        ? new("leader", $"{_words.Name(obeys.Man, Language.English)} leads, as last heard of: caution {obeys.Caution} of 1000.", $"據最近所聞，{_words.Name(obeys.Man, Language.Chinese)}領之：慎重 {obeys.Caution}（滿千）。")
        : new("leader", $"Who leads is not known by name: caution taken as {obeys.Caution} of 1000.", $"領之者不知其名：慎重以 {obeys.Caution} 計（滿千）。");

    private static BasisShape Against(Against against) => against switch
    {
        Engine.Rules.Against.Unfed => new("against", $"By then his grain may be out: with less than for {Obedience.LeanDays} days a commander puts off going forward.",
            $"屆時其糧或盡：不足 {Obedience.LeanDays} 日者不輕進。"),
        Engine.Rules.Against.Outnumbered => new("against", $"There may be more before him than {Obedience.BalksAt} to his 100: that makes a commander balk.",
            $"其前之敵或逾己方百人之 {Obedience.BalksAt}：將領於此遲疑。"),
        Engine.Rules.Against.LeavesWinning => new("against", "He is told to leave what he is strong enough to keep.", "命其去其力所能守者。"),
        Engine.Rules.Against.LeavesPressed => new("against", "He may be told to turn his back on an enemy near by.", "或命其背近敵而去。"),
        _ => new("against", "Nothing that is known here speaks against it where he is.", "據此間所知，其所在無所不便。"),
    };

    /// <summary>What an order costs besides.</summary>
    private static IEnumerable<BasisShape> Price(OrderVerb verb)
    {
        if (verb.Word == "lift")
            yield return new("cost", "The camp is broken and its works are lost: ladders and engines of another siege take 5 to 10 days again.", "撤圍則攻具盡棄：再圍須五至十日重造。");
        if (verb.Word == "harass")
            yield return new("cost", "What he takes of convoys and riders is a matter of who passes: of that no odds can be given.", "截糧截騎，視過者為誰：此無從推算。");
        if (verb.Word == "escort")
            yield return new("cost", "He waits so many days for people who wish to leave, then goes at their pace.", "留待欲行之民若干日，而後偕行，其行隨民。");
        if (verb.Word == "storm")
            yield return new("cost", $"A storm under {Percent(SiegeRule.HopelessStorm)} he puts off, unless he is rash. Beaten off it costs 3 to 8% of those who storm.", $"勝機不及 {Percent(SiegeRule.HopelessStorm)} 則不從，輕躁者不然。不克則失攻者百分之三至八。");
        if (verb.Word == "sally")
            yield return new("cost", $"A sally under {Percent(SiegeRule.HopelessSally)} he puts off, unless he is rash.", $"勝機不及 {Percent(SiegeRule.HopelessSally)} 則不從，輕躁者不然。");
    }

    /// <summary>An edict to a command: whether it is obeyed, when it is read, when its answer is here.</summary>
    public List<ForecastShape> Edict(in View view, SeatId to, TaskKind task, PlaceId place)
    {
        var edict = Compliance.Edict(view, to, task, place);
        var basis = new List<BasisShape>
        {
            edict.Man.Exists
                ? new("loyalty", $"{_words.Name(edict.Man, Language.English)} holds it, by repute of the first day: loyalty {Range(edict.Loyalty)} of 1000.", $"據首日所聞，居其職者{_words.Name(edict.Man, Language.Chinese)}：忠誠 {Range(edict.Loyalty)}（滿千）。")
                : new("loyalty", $"Who holds it is not known: loyalty taken as {Range(edict.Loyalty)} of 1000.", $"居其職者未知：忠誠以 {Range(edict.Loyalty)} 計（滿千）。"),
            new("office", edict.Authority switch
            {
                Authority.Supreme => "Supreme command, as of the first day: where what he sees speaks against it, that weighs much.",
                Authority.Discretionary => "Powers to act and report, as of the first day: where what he sees speaks against it, that weighs.",
                _ => "Bound to orders, as of the first day.",
            }, edict.Authority switch
            {
                Authority.Supreme => "據首日，其權最高：所見與命相違，則此為重。",
                Authority.Discretionary => "據首日，其得便宜行事：所見與命相違，則此亦與之。",
                _ => "據首日，其職聽命而行。",
            }),
            Against(edict.Against),
        };
        if (edict.Asked) basis.Add(new("asked", "What he was told last he has not done: asked again, a second no is revolt.", "前命未行：再命而又不從，則近於叛。"));
        basis.Add(new("unknown", $"How much he has come to fear the court is not told here: in the best case {Compliance.FearGathered} points more than on the first day.", $"其畏上之增減，此間無所聞：最善之數加 {Compliance.FearGathered}。"));
        basis.Add(new("rule", "By the rule of command: loyalty, fear and a repeated demand for it, ambition against; his powers and the age of the paper where what he sees speaks against it.", "依號令之規：忠誠、畏上、屢命則趨於從，志欲則否；所見與命相違，則權重與文書之舊亦與之。"));
        var way = new BasisShape("way", $"{Thought(edict.At, Language.English)}", Thought(edict.At, Language.Chinese));
        return
        [
            Chance("obeys", edict.Chance, basis), Ride(view, edict.Ride, way),
            Dated(view, "answer", edict.Answer, [way, new("rule", "By the rule of couriers: there by the urgent post, back by the horse post; a rider may be lost.", "依驛遞之規：往以急腳，還以馬遞；驛騎或有不達。")]),
        ];
    }

    /// <summary>The arrest or the death of a man.</summary>
    public List<ForecastShape> Arrest(in View view, PersonId person, bool dies)
    {
        var arrest = Compliance.Arrest(view, person);
        var way = new BasisShape("way", Thought(arrest.At, Language.English), Thought(arrest.At, Language.Chinese));
        var basis = new List<BasisShape>
        {
            new("loyalty", $"{_words.Name(person, Language.English)}, by repute of the first day: loyalty {Range(arrest.Loyalty)} of 1000.", $"據首日所聞，{_words.Name(person, Language.Chinese)}：忠誠 {Range(arrest.Loyalty)}（滿千）。"),
            arrest.AtCourt ? new("guard", "He is at court: the palace guard is at the door.", "其人在朝：禁衛在門。") : way,
            new("cost", $"If he runs, he is caught with {Percent(Disgrace.CaughtPerMille)} a day, and over the border with {Percent(Disgrace.AwayPerMille)}.",
                $"若其亡走，每日被獲之機 {Percent(Disgrace.CaughtPerMille)}，出境之機 {Percent(Disgrace.AwayPerMille)}。"),
        };
        if (dies)
            basis.Add(new("cost-office", $"Every holder of office who hears of it fears the court {Disgrace.FearOfDeath} points more and is {Disgrace.LoyaltyLost} less loyal, twice that where he leaned the same way.",
                $"居官者聞之，畏上各增 {Disgrace.FearOfDeath}，忠誠各減 {Disgrace.LoyaltyLost}，與死者同主和戰者倍之。"));
        basis.Add(new("rule", "By the rule of courts: loyalty and fear speak for giving himself up, ambition for running.", "依朝廷之規：忠與畏趨於就縛，志欲趨於亡走。"));
        return arrest.AtCourt ? [Chance("submits", arrest.Chance, basis)] : [Chance("submits", arrest.Chance, basis), Ride(view, arrest.Ride, way)];
    }

    private string Thought(PlaceId at, Language language) => language == Language.English
        ? $"He is thought to be at {_words.Name(at, language)}." : $"料其在{_words.Name(at, language)}。";

    private static ForecastShape Ride(in View view, in Guess ride, BasisShape way) =>
        Dated(view, "ride", ride, [way, new("rule", "By the rule of couriers; a rider may be lost.", "依驛遞之規；驛騎或有不達。")]);
}
