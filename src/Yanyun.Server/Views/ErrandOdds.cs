using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Http;
using static Yanyun.Server.Views.OddsWords;

namespace Yanyun.Server.Views;

/// <summary>What an office promises itself of what it does: letters, grants, grain, agents. From a seat's view alone: <see cref="Errand"/> in words.</summary>
internal sealed class ErrandOdds(Bookmark bookmark)
{
    private readonly OddsWords _words = new(bookmark);
    private readonly DutyOdds _duty = new(bookmark);

    /// <summary>The forecasts of an order that no force is given.</summary>
    /// <returns>Null for an order to a force; empty where too little of it is given.</returns>
    public IReadOnlyList<ForecastShape>? Of(in View view, OrderVerb verb, object?[] given)
    {
        var fields = new Given(verb, given);
        var to = fields.Of<SeatId>("to");
        var person = fields.Of<PersonId>("person");
        var place = fields.Of<PlaceId>("place");
        switch (verb.Word)
        {
            case "direct":
                return to.Exists && place.Exists ? _duty.Edict(view, to, fields.Of<TaskKind>("task"), place) : [];
            case "arrest" or "execute":
                return person.Exists && view.Scenario.Start![person].Polity == view.Polity ? _duty.Arrest(view, person, verb.Word == "execute") : [];
            case "grant":
                return Paper(view, to, "His powers change on the day that he reads it. The wider they are, the less an edict weighs with him where what he sees speaks against it.",
                    "其權限自其讀詔之日而改。權愈重，則所見與命相違之時，詔命愈輕。");
            case "appoint":
                return Paper(view, to, "The new man takes the office over when the edict is read there, and the bodies that his predecessor led in person and that stand at its seat. If he is in prison, in flight or dead by then, it lapses.",
                    "詔至之日，新官代之，並領前任親將而在治所者。若其時在獄、亡走或已死，則其命不行。");
            case "dismiss":
                return Paper(view, to, "When it is read he is out of every office and every body that he has; the leader of the strongest body acts in his place.",
                    "詔至之日，其官與所將盡解；以最強一部之將攝其職。");
            case "decline":
                return Paper(view, to, "The paper goes back unsealed, and all stands as it stood.", "卻還其文，諸事如故。");
            case "inform":
                return Paper(view, to, "The letter says all that is known here and is news there. It orders nothing.", "以此間所知而彼所未聞者悉以告之，非令也。", memorial: true);
            case "argue":
                var weight = Errand.MemorialWeight(view);
                return Paper(view, to, $"It adds {weight} points of 1000 to its side when it is opened; of what memorials have added a quarter is gone every {Factions.ReckonDays} days.",
                    $"啟封之日，於其所主加 {weight}（滿千）；奏議所增，每 {Factions.ReckonDays} 日減四分之一。", memorial: true);
            case "renounce":
                var other = fields.Of<PolityId>("with");
                return !other.Exists ? [] : [Sure(new("verdict",
                    $"War with {bookmark[other].Name.English} from today: here it is known at once, elsewhere when a rider comes. The peace between the two is broken by us, and stands to our name.",
                    $"自今日與{bookmark[other].Name.Chinese}開戰：此間即知，他處待驛騎至。兩國之和由我而敗，記於我名。"), [new("rule", "By the rule of treaties.", "依條約之規。")])];
            case "ride-with":
                return fields.Of<ForceId>("force").Exists ? [Sure(new("verdict", "The holder of this seat rides with it from today: what it sees he sees, and to it he speaks without a rider.", "本職之主自今日隨之而行：其所見即己所見，號令不待驛騎。"),
                    [new("rule", "By the rule of command.", "依號令之規。")])] : [];
            case "stay-at":
                return place.Exists && view.Atlas.RideLi(view.Office.At, place) is var li && li != Atlas.NoWay
                    ? [Dated(view, "journey", new Guess(Errand.Journey(view, place), Errand.Journey(view, place), Errand.Journey(view, place)),
                        [new("way", $"{li} li by road, 120 li a day with his staff: no chance is in it. Who writes to him meanwhile writes to where he was.", $"道里 {li} 里，率僚屬日行百二十里：無機率可言。其間來書皆至舊所。"), new("rule", "By the rule of command.", "依號令之規。")])] : [];
            case "rouse":
                return place.Exists && UprisingRule.RisingAt(view.Scenario, place, view.Polity) > 0 ? Agents(view, place) : [];
            case "convoy":
                var (from, where) = (fields.Of<PlaceId>("from"), fields.Of<PlaceId>("to"));
                return from.Exists && where.Exists && from != where ? Convoy(view, from, where, Whole.Clamp(fields.Of<int>("shi"), 1, SupplyRule.MostShi)) : [];
            default:
                return null;
        }
    }

    private static List<ForecastShape> Paper(in View view, SeatId to, string english, string chinese, bool memorial = false) => !to.Exists ? [] :
    [
        Sure(new BasisShape("verdict", english, chinese), [new("rule", "By the rules of command and of courts.", "依號令與朝廷之規。")]),
        Dated(view, "letter", memorial ? Errand.MemorialTo(view, to) : Errand.RideTo(view, to), [new("rule", "By the rule of couriers; a rider may be lost.", "依驛遞之規；驛騎或有不達。")]),
    ];

    private List<ForecastShape> Agents(in View view, PlaceId place)
    {
        var agents = Errand.Agents(view, place);
        return
        [
            Chance("agents", agents.Arrive,
            [
                new("way", $"{Count(agents.Towns, "town", "towns")} of the enemy on the way; each that has watchmen catches them with {Percent(UprisingRule.CaughtPerTown)}.",
                    $"途中敵城 {agents.Towns} 處；有守者各有 {Percent(UprisingRule.CaughtPerTown)} 獲之之機。"),
                new("cost", $"They take along {Number(agents.Strings)} strings of cash, as far as the treasury has them.", $"齎錢 {Number(agents.Strings)} 貫，以庫中所有為限。"),
                new("rule", "By the rule of risings: caught on the way, or not.", "依民變之規：或被獲於途，或達。"),
            ]),
            Chance("rising", agents.Rise,
            [
                new("people", $"What drives the people of {_words.Name(place, Language.English)} then: {Range(agents.Points)} points; what such people bear: {agents.Patience}, give or take {agents.PatienceSd}.",
                    $"其時驅{_words.Name(place, Language.Chinese)}之民者：{Range(agents.Points)} 分；民之所忍：{agents.Patience}，上下 {agents.PatienceSd}。"),
                new("news", $"Hearts and grievances as on the first day; armies of both sides by the last reports. What agents bring fades in {Days(agents.Lasts)}.", $"民心民怨以首日計，兩軍以最近所報計。使者所動，{agents.Lasts} 日而盡。"),
                new("rule", "By the rule of risings: when what drives them is more than they bear, they take to the hills.", "依民變之規：所驅過於所忍，則聚眾入山。"),
            ]),
            Dated(view, "letter", agents.Days, [new("rule", "On foot, unseen.", "步行潛往。")]),
        ];
    }

    private List<ForecastShape> Convoy(in View view, PlaceId from, PlaceId to, int shi)
    {
        if (!Errand.Convoy(view, from, to, shi, out var way)) return [];
        var days = new Guess(way.Days, way.Days, way.Days);
        return
        [
            new ForecastShape("grain", "shi", way.Shi.Low, way.Shi.Middle, way.Shi.High, null, null,
            [
                new("way", $"{way.Land} li by land and {way.Water} li by water; the rest of {Number(shi)} shi the carriers eat.", $"陸程 {way.Land} 里，水程 {way.Water} 里；{Number(shi)} 石之餘為轉運者所食。"),
                way.Shut.Exists
                    ? new("enemy", $"The enemy is known to be at {_words.Name(way.Shut, Language.English)}, on the road: while he is there all of it is lost.", $"聞敵在途中之{_words.Name(way.Shut, Language.Chinese)}：敵在則盡失。")
                    : new("enemy", $"No enemy is known on the road. A hidden band on it would take {Percent(way.RaidedPerMille)}.", $"途中不聞有敵。若有潛伏者，則失其 {Percent(way.RaidedPerMille)}。"),
                new("unknown", $"What lies in the granary of {_words.Name(from, Language.English)} is not told here: the clerks load what there is beyond what the garrison needs.", $"{_words.Name(from, Language.Chinese)}之倉儲，此間無所聞：吏以守軍所需之餘裝載。"),
                new("rule", "By the rule of supply.", "依糧運之規。"),
            ]),
            Dated(view, "letter", days, [new("rule", "Loaded carriers make 40 li a day by land: no chance is in that.", "負重者陸行日四十里：無機率可言。")]),
        ];
    }

    /// <summary>Fields of an order, as far as they are given.</summary>
    private readonly record struct Given(OrderVerb Verb, object?[] Values)
    {
        public T Of<T>(string name) where T : struct
        {
            for (var i = 0; i < Values.Length; i++)
                if (Verb.Fields[i].Name == name && Values[i] is T value) return value;
            return default;
        }
    }
}
