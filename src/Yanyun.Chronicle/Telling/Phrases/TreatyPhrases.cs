namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Papers of peace: put forward, sealed, kept and broken.</summary>
internal static class TreatyPhrases
{
    public static readonly Phrase
        ToPropose = new("to put {treaty} before {to}{pay}", "以{treaty}諭{to}{pay}"),
        ToAccept = new("to seal {treaty} as {to} had put it{pay}", "從{to}所議，受{treaty}{pay}"),
        ToDecline = new("to send back to {to} the paper of {treaty}", "卻{to}所致{treaty}"),
        NoPay = new("", ""),
        Pay = new(", with {silver} liang of silver and {silk} bolts of silk a year", "，歲銀{silver}兩、絹{silk}匹");

    public static readonly Phrase
        Proposed = new(
            ["{seat} sent envoys to {to} with the draft of {treaty}{pay}.", "a draft of {treaty} went from {seat} to {to}{pay}."],
            ["{seat}遣使{to}議{treaty}{pay}。", "{seat}以{treaty}之議致{to}{pay}。"]),
        Sealed = new(
            ["{seat} sealed {treaty} as {to} had put it forward{pay}.", "the paper of {treaty} went back sealed from {seat} to {to}{pay}."],
            ["{seat}從{to}之議，書誓於{treaty}{pay}。", "{seat}受{treaty}，遣使報{to}{pay}。"]),
        SentBack = new(
            ["{seat} would not have {treaty} as {to} put it.", "the draft of {treaty} went back from {seat} to {to} unsealed."],
            ["{seat}不從{to}{treaty}之議。", "{seat}卻{to}所致{treaty}。"]),
        OfferHeard = new(
            ["the envoys of {by} came before {seat} with the draft of {treaty}{pay}.", "{seat} was handed the draft of {treaty} by the envoys of {by}{pay}."],
            ["{by}之使至{seat}，議{treaty}{pay}。", "{seat}得{by}所致{treaty}{pay}。"]),
        AnsweredYes = new("{seat} had {treaty} back from {by}, sealed.", "{by}已受{treaty}，其書還至{seat}。"),
        AnsweredNo = new("{seat} had the draft of {treaty} back from {by}, unsealed.", "{by}不受{treaty}，其使還至{seat}。"),
        AnsweredLate = new("{treaty} came back sealed from {by} to {seat}, who stood by that paper no more.", "{by}受{treaty}之書至{seat}，而{seat}之議已改。"),
        Concluded = new(
            ["{treaty} was concluded between {a} and {b}{pay}; the war between them was over.",
             "with the papers exchanged, {treaty} bound {a} and {b}{pay}, and the war was at an end."],
            ["{a}、{b}成{treaty}{pay}，兵罷。", "{treaty}成，{a}、{b}皆受約束{pay}，於是息兵。"]),
        PeaceHeard = new(
            ["{seat} learned of {treaty}: the war was over.", "word of {treaty} came to {seat}, who was to fight no more."],
            ["{treaty}之報達{seat}，罷兵。", "{seat}知{treaty}已成，遂息兵。"]),
        PeaceHeardBy = new(
            ["word of {treaty} came to {seats}.", "{seats} learned that peace had been made: {treaty}."],
            ["{treaty}之報達{seats}。", "{seats}皆知{treaty}已成。"]),
        Renounced = new(
            ["{by} went back on {treaty}: what had not been performed of it was void.", "{treaty} was at an end: {by} had gone back on it."],
            ["{by}背{treaty}，所未行者皆廢。", "{treaty}遂廢，{by}背之也。"]),
        Performed = new("by {treaty}, {who} performed {clause}.", "{who}依{treaty}行{clause}。"),
        PartPerformed = new("by {treaty}, {who} performed a part of {clause}.", "{who}依{treaty}行{clause}，未盡。"),
        Waived = new("of {treaty} nothing was left to perform on {clause}.", "{treaty}中{clause}已無可行者。"),
        Late = new("the day passed that {treaty} set for {clause}; {who} had not performed it.", "{treaty}所定{clause}之期已過，{who}未行。"),
        Broken = new("{who} broke {treaty}: {clause} was not performed.", "{who}違{treaty}，{clause}竟不行。"),
        Tribute = new("{by} handed over to {to} silver and silk worth {n} strings under {treaty}.", "{by}依{treaty}輸銀絹於{to}，直錢{n}貫。"),
        TributeAt = new("at {place} {by} handed over to {to} silver and silk worth {n} strings under {treaty}.", "{by}依{treaty}輸銀絹於{to}，交割於{place}，直錢{n}貫。"),
        GarrisonLeft = new("{force}, {men}, left {from} for {to}.", "{force}{men}自{from}移屯{to}。"),
        Ceded = new(["{place} was handed over to {by}.", "{by} was given {place}."], ["{place}割屬{by}。", "以{place}歸{by}。"]),
        ManyCeded = new(
            ["{n} towns were handed over to {by} under {treaty}: {places}.", "under {treaty} {by} was given {places}, {n} towns in all."],
            ["依{treaty}割{places}等{n}處歸{by}。", "{treaty}所割{places}凡{n}處，皆歸{by}。"]);
}
