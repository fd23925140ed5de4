using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Orders;

/// <summary>The sentence and the remedy of each code, in both languages. A test fails on a code without them.</summary>
public static class CodeText
{
    /// <param name="Sentence">What is so.</param>
    /// <param name="Remedy">What can be done about it; null for answers that need none.</param>
    public sealed record Text(Bilingual Sentence, Bilingual? Remedy = null);

    /// <summary>The sentence with its remedy: <c>the force is not under this seat; order one of the seat's own forces</c>.</summary>
    public static string In(Code code, Language language)
    {
        var text = Of(code);
        var mark = language == Language.Chinese ? "；" : "; ";
        return text.Remedy is null ? text.Sentence.In(language) : text.Sentence.In(language) + mark + text.Remedy.In(language);
    }

    public static Text Of(Code code) => code switch
    {
        Code.Accepted => Say("accepted", "已接受"),
        Code.NotYourForce => Say("the force is not under this seat", "該部隊不歸此職守統轄",
            "order a force of the seat's own, or direct the seat that commands it", "請命令本職守所轄部隊，或指示統轄該部隊的職守"),
        Code.NotYourSeat => Say("the seat addressed is not under this one", "受命的職守不在其下", "direct a seat below", "請指示下屬職守"),
        Code.UnknownPlace => Say("the seat knows of no such place", "此職守不知有此地", "name a place on its map", "請用地圖上的地點"),
        Code.UnknownForce => Say("the seat has never heard of this force", "此職守未聞有此部隊",
            "wait for a report of it, or name another", "請待其消息，或改用別的部隊"),
        Code.NoWayThere => Say("no road that it may use leads there", "沒有可行之路通往該地", "choose a place that the road network reaches", "請選道路可達之處"),
        Code.AlreadyOurs => Say("the place is already believed ours", "該地已視為我方所有", "hold or relieve it instead", "請改為駐守或救援"),
        Code.NotBesieging => Say("the force is besieging nothing", "該部隊並未圍城", "take the place first", "請先命其取城"),
        Code.NotBesieged => Say("the force is not besieged", "該部隊未被圍困", "order a march instead", "請改為行軍"),
        Code.ForceGone => Say("the force is no more, or is not raised yet", "該部隊已不存在，或尚未組成", "order another", "請命令別的部隊"),
        Code.SelfFollow => Say("a force cannot follow itself, nor in a circle", "部隊不能跟隨自身，也不能循環相隨", "name another leader", "請另指隨從的對象"),
        Code.OutOfBounds => Say("a number of the order is out of bounds", "命令中的數目超出範圍", "see the bounds in docs/rules", "範圍見 docs/rules"),
        Code.OfficeLacksPower => Say("the office has no power to order this", "此職守無權下此命令",
            "have the court grant it, or ask the superior", "請由朝廷授權，或請示上司"),
        Code.NoCrossingThere => Say("there is no such crossing where the force stands", "該部隊所在之處沒有此渡口", "march to the crossing first", "請先行至渡口"),
        Code.NoGrainThere => Say("the magazine has not so much grain", "該倉沒有這麼多糧", "send less, or from another magazine", "請減少數量，或改由他倉發運"),
        Code.HostilePlace => Say("the place is believed to be the enemy's", "該地視為敵方所有", "take it first", "請先取之"),
        Code.FleetOnLand => Say("a fleet cannot leave the water", "水軍不能離水", "choose a place on a river or canal", "請選江河沿岸之地"),
        Code.GarrisonStays => Say("a static garrison does not leave its town by this order", "守城之兵不因此令離城", "withdraw it, or order a field force", "請令其撤退，或改用野戰部隊"),
        Code.WrongPolity => Say("this is not for a seat of this polity to order", "此政權的職守不能下此命令", "give it from a seat of the other", "請由該方的職守下令"),
        Code.NotHostile => Say("there is no war with them, as the seat knows", "據此職守所知，與其並無戰事", "renounce the peace first", "請先廢棄和約"),
        Code.NoSuchSeat => Say("there is no such seat", "沒有這個職守", "name a seat of the scenario", "請用劇本中的職守"),
        Code.NoFriendsThere => Say("nobody there is known to listen to agents of this side", "該地無人可受我方間使聯絡",
            "name the home of a band", "請指有忠義可結之地"),
        Code.TalksOpen => Say("a messenger to him is out already", "已有密使往來", "wait for his answer", "請待其回報"),
        Code.NoSuchTreaty => Say("there is no draft of a treaty of that name between the two", "兩國之間沒有此約的草案",
            "name a treaty of the scenario that both are parties to", "請用兩國皆為締約方的和約"),
        Code.NoSuchOffer => Say("no such paper was handed to this seat, or it was answered already", "此職守未接到此項條款，或已答覆",
            "answer the last offer with the terms it names", "請照最近所接條款原樣答覆"),
        Code.NoSuchPerson => Say("there is no such person", "沒有這個人", "name a person of the scenario", "請用劇本中的人物"),
        Code.NotAtLiberty => Say("the court knows the man to be dead, in prison or fled", "朝廷已知其人死、囚或亡命", "name another man", "請改用他人"),
        Code.Obeys => Say("obeys", "遵命"),
        Code.Adapts => Say("does it in his own way", "變通而行"),
        Code.Delays => Say("delays", "遷延"),
        Code.Refuses => Say("refuses", "不從"),
        Code.TooWeak => Say("too weak for it", "兵力不足"),
        Code.NoGrain => Say("no grain for it", "糧草不繼"),
        Code.CutOff => Say("the way is cut", "道路已絕"),
        Code.Overtaken => Say("overtaken by events", "事勢已變"),
        Code.AlreadyDone => Say("already done", "已經完成"),
        Code.Distrust => Say("does not trust it", "心存疑慮"),
        Code.FearsCourt => Say("fears the court", "畏懼朝廷"),
        Code.OwnJudgement => Say("by his own judgement", "自行裁斷"),
        Code.NotHere => Say("not where the order thinks", "所在與命令不符"),
        Code.BadlyOutnumbered => Say("badly outnumbered", "眾寡懸殊"),
        Code.Besieged => Say("besieged", "被圍"),
        Code.ForceRouted => Say("routed", "潰散"),
        Code.BandsAbout => Say("bands lie about the town", "城外有寇盜出沒"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No text for this code."),
    };

    private static Text Say(string english, string chinese) => new(new Bilingual(english, chinese));

    private static Text Say(string english, string chinese, string remedy, string remedyChinese) =>
        new(new Bilingual(english, chinese), new Bilingual(remedy, remedyChinese));
}
