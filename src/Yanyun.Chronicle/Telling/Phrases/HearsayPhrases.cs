namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>What a seat knows of why something is so.</summary>
internal static class HearsayPhrases
{
    public static readonly Phrase
        ForceAt = new("by what was heard of {day}, {force} was at {place} with {men}.", "據{day}之報，{force}在{place}，有兵{men}。"),
        ForceSomewhere = new("by what was heard of {day}, {force} was on the road with {men}.", "據{day}之報，{force}在途，有兵{men}。"),
        PlaceHeld = new("by what was heard of {day}, {place} was held by {polity}.", "據{day}之報，{place}為{polity}所據。"),
        PlaceAtFirst = new("{place} was held by {polity} on the first day, and nothing else was heard.", "{place}首日為{polity}所據，此後未聞有變。"),
        GivenOn = new("given on {day}", "發於{day}"),
        NoAnswer = new("no answer had come; the rider was to be there by {day}.", "尚無回報；使者計{day}可達。"),
        NoMemorial = new("no memorial had come in answer.", "尚未得其回奏。"),
        Offered = new("{seat} secretly offered {what} to who commands there.", "{seat}密許其主者{what}。"),
        Strings = new("{n} strings", "{n}貫"),
        NotYetTold = new("no answer had been read.", "尚未得其回信。"),
        OfferAnswered = new("his answer was read: {answer}.", "已得其回信：{answer}。");
}
