namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>What belongs to a reconstructed past and to no rule.</summary>
internal static class FatePhrases
{
    public static readonly Phrase
        ToFate = new("to have it as the annals say", "一如史載"),
        OtherDice = new(
            "within {li} li of {place} fortune falls as in draw {n}, that it may go as the annals say.",
            "{place}方{li}里內，勝敗依第{n}籤，以合史載。"),
        Struck = new(
            "the annals have {force} beaten here, and no fortune tried would have it so: {men} are struck off by the record.",
            "史載{force}於此敗績，屢卜不應：依史削{men}。"),
        Cleared = new(
            "the annals give {place} to {polity} on this day, and no fortune tried would have it so: the record clears {men} from it.",
            "史載{place}是日歸{polity}，屢卜不應：依史去守兵{men}。"),
        Found = new(
            "the record puts {men} of {polity} into {place} as its guard.",
            "依史以{polity}兵{men}守{place}。"),
        Ended = new(
            "the reconstructed past ends here; what follows is open (seed {n}).",
            "史事重構止於此；其後未定（種子{n}）。");
}
