using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Http;
using static Yanyun.Server.Views.OddsWords;

namespace Yanyun.Server.Views;

/// <summary>What words would promise where men are to be won over: summons, secret offers, papers of peace. From a seat's view alone.</summary>
internal sealed class TalkOdds(Bookmark bookmark)
{
    private readonly OddsWords _words = new(bookmark);

    /// <summary>The forecasts of an offer or a paper.</summary>
    /// <returns>Null for any other order.</returns>
    public IReadOnlyList<ForecastShape>? Of(in View view, OrderVerb verb, object?[] given)
    {
        object? Given(string name)
        {
            for (var i = 0; i < given.Length; i++)
                if (verb.Fields[i].Name == name) return given[i];
            return null;
        }

        switch (verb.Word)
        {
            case "entice":
                return Given("force") is ForceId force && view.Knows(force) && view[force].Doing != Doing.Gone && view.Hostile(view.PolityOf(force))
                    ? Said(view, Persuasion.Offer(view, force, Strings(Given("strings")))) : [];
            case "tempt":
                return Given("place") is PlaceId place && place.Exists && view.Hostile(view[place].Holder)
                    ? Said(view, Persuasion.Offer(view, place, Strings(Given("strings")))) : [];
            case "propose" or "accept":
                return Given("treaty") is TreatyId treaty && treaty.Exists && view.IsDraft(treaty) && IsOurs(view, treaty)
                    ? Said(view, treaty, Thousands(Given("silver")), Thousands(Given("silk")), verb.Word == "propose") : [];
            default:
                return null;
        }
    }

    private static int Strings(object? given) => Whole.Clamp(given as int? ?? DefectionRule.LeastPrice, DefectionRule.LeastPrice, DefectionRule.MostPrice);
    private static int Thousands(object? given) => given as ushort? ?? 0;

    private static bool IsOurs(in View view, TreatyId treaty)
    {
        ref readonly var terms = ref view.Scenario.Treaties[treaty.Value];
        return terms.A == view.Polity || terms.B == view.Polity;
    }

    public ForecastShape Said(in SummonsForecast town)
    {
        var (en, zh) = (_words.Name(town.Place, Language.English), _words.Name(town.Place, Language.Chinese));
        var basis = new List<BasisShape>
        {
            new("own", $"Before the gate, as the town sees it: {Men(town.Before)} of your side. Of a host a day off all count, further off half, then a quarter.",
                $"城下之眾，依城中所見：己方約 {Number(town.Before)} 人。一日程內全計，稍遠者半之，更遠者四分之一。"),
            new("enemy",
                town.Known ? $"In {en}: {Range(town.Garrison)} men behind walls of the {town.Walls} degree of 5, by news {Days(town.NewsDays)} old."
                    : $"How many hold {en} nobody has reported: taken for the common guard of walls of the {town.Walls} degree, {Range(town.Garrison)}.",
                town.Known ? $"{zh}城中約 {Range(town.Garrison)} 人，城防 {town.Walls} 等（共五等），消息已 {town.NewsDays} 日。"
                    : $"{zh}守兵之數無人奏報：以城防 {town.Walls} 等之常額計，{Range(town.Garrison)} 人。"),
            Loyal(town.Chief, town.Loyalty),
            new("relief", town.Relief.High == 0 ? $"No help for it is known within {Summons.ReliefLi} li." : $"Help for it within {Summons.ReliefLi} li: {Range(town.Relief)} men.",
                town.Relief.High == 0 ? $"{Summons.ReliefLi} 里內不聞有援。" : $"{Summons.ReliefLi} 里內之援：約 {Range(town.Relief)} 人。"),
        };
        if (town.Neighbours > 0)
            basis.Add(new("neighbours", $"{Count(town.Neighbours, "town near by has", "towns near by have")} come over since the first day; if it was this week that presses: reckoned in the best case alone.",
                $"近旁已有 {town.Neighbours} 城來歸；若在七日之內則更動之：僅計於最善之數。"));
        basis.Add(new("unknown", "The garrison’s morale is taken as middling, the people’s hearts and grievances as on the first day: nobody reports these.", "守兵士氣以中平計，民心與民怨以首日計：此皆無人奏報。"));
        basis.Add(new("rule", "By the rule of surrender: one letter; a town is not asked again within a week.", "依招降之規：致書一次；七日之內不再致書。"));
        return Chance("summons", town.Chance, basis);
    }

    private List<ForecastShape> Said(in View view, in OfferForecast offer)
    {
        var basis = new List<BasisShape>
        {
            Loyal(offer.Man, offer.Loyalty),
            new("own", $"About him, within 300 li: {Range(offer.Suitors)} men of your side, {Range(offer.His)} of his own, by news {Days(offer.NewsDays)} old; he asks himself who is winning.",
                $"其三百里內：己方約 {Range(offer.Suitors)} 人，彼方約 {Range(offer.His)} 人，消息已 {offer.NewsDays} 日；其人必計勝負。"),
            new("listens", $"He agrees, or hears it and leaves the door open: {Percent(offer.Listens.Low)} – {Percent(offer.Listens.High)}. Who listens weighs it again every {DefectionRule.WeighsAgain} days.",
                $"應允，或姑聽之而不絕：{Percent(offer.Listens.Low)} – {Percent(offer.Listens.High)}。姑聽者每 {DefectionRule.WeighsAgain} 日復計之。"),
        };
        if (offer.HoldsOffice) basis.Add(new("office", "He holds a command or a court of his own: what could he be offered?", "其人自有方面之任：復有何可許？"));
        if (offer.Reports + offer.Baits > 0)
            basis.Add(new("danger", $"When he will not: so loyal a man tells his lord {Percent(offer.Reports)} of the time{(offer.Baits > 0 ? $", and lays an ambush {Percent(offer.Baits)}" : "")}.",
                $"若其不從：如此之忠者，{Percent(offer.Reports)} 告其主{(offer.Baits > 0 ? $"，{Percent(offer.Baits)} 佯許而設伏" : "")}。"));
        basis.Add(new("unknown", "Lost fights and pay in arrears, which would move him, nobody here is told of: reckoned in the best case alone. The letter may be caught.",
            "其新敗與欠餉足以動之，而此間無所聞：僅計於最善之數。書或被獲。"));
        basis.Add(new("rule", "By the rule of defection: loyalty, ambition, price, kin, the word of him who offers, who is winning.", "依招誘之規：忠誠、志欲、許價、親族、許者之信、勝負之勢。"));
        return
        [
            Chance("offer", offer.Agrees, basis),
            Dated(view, "answer", offer.Answer,
            [
                new("way", "A man on foot goes there and another comes back; who reports the offer writes nothing.", "步行往還；告其主者不覆書。"),
                new("rule", "By the rule of couriers; a letter may be lost.", "依驛遞之規；書或不達。"),
            ]),
        ];
    }

    /// <summary>What a paper is worth, first to the other side, who is to seal it, then to one's own.</summary>
    private static List<ForecastShape> Said(in View view, TreatyId treaty, int silver, int silk, bool asks)
    {
        var told = new List<ForecastShape>();
        var own = Diplomacy.Worth(view, treaty, silver, silk);
        var rule = new BasisShape("rule", "As the machines reckon that hold seats: land given and taken, a year’s silver, the army that is gone, what going on promises, how the court leans. A person decides as he likes.",
            "依代職機器之計：割得之地、歲幣、所失之軍、續戰之望、朝議之向。若為真人則任其意。");
        if (asks)
        {
            var theirs = Diplomacy.WorthToOther(view, treaty, silver, silk);
            var verdict = theirs.Low >= Diplomacy.Least ? new BasisShape("verdict", "A machine would seal it.", "彼方若為機器，當署之。")
                : theirs.High < Diplomacy.Least ? new BasisShape("verdict", "A machine would send it back.", "彼方若為機器，當卻之。")
                : new BasisShape("verdict", "It may go either way.", "署否未可知。");
            told.Add(new ForecastShape("peace", "land", theirs.Low, theirs.Middle, theirs.High, null, null,
            [
                verdict,
                new("own", $"What the other side gains by it over going on, in thousandths of the land of its first day; a machine seals from {Diplomacy.Least} up.",
                    $"彼方由此所得，較續戰而言，以其首日之地千分計；機器滿 {Diplomacy.Least} 則署。"),
                new("unknown", $"Its army by your reports, its court as of the first day, {Diplomacy.LeaningError} either way.", $"其軍據此間所報，其朝議據首日，上下各 {Diplomacy.LeaningError}。"),
                rule,
            ]));
        }
        told.Add(new ForecastShape("peace-own", "land", own, own, own, null, null,
        [
            own >= Diplomacy.Least ? new BasisShape("verdict", "In this seat a machine would want it.", "若以機器代此職，當欲之。") : new BasisShape("verdict", "In this seat a machine would not want it.", "若以機器代此職，當不欲之。"),
            rule,
        ]));
        return told;
    }

    private BasisShape Loyal(PersonId man, in Guess loyalty) => man.Exists
        ? new("loyalty", $"{_words.Name(man, Language.English)} decides, by repute of the first day: loyalty {Range(loyalty)} of 1000.", $"決之者據首日之聞為{_words.Name(man, Language.Chinese)}：忠誠 {Range(loyalty)}（滿千）。")
        : new("loyalty", $"Who decides is not known by name: loyalty taken as {Range(loyalty)} of 1000.", $"決之者不知其名：忠誠以 {Range(loyalty)} 計（滿千）。");
}
