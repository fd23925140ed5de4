namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Riders and news.</summary>
internal static class CourierPhrases
{
    public static readonly Phrase
        AnOrder = new("an order", "軍令"),
        AnEdict = new("an edict", "詔書"),
        AReport = new("a report", "軍報"),
        AMemorial = new("a memorial", "奏疏"),
        SecretOffer = new("a secret offer", "密約"),
        SecretAnswer = new("a secret answer", "密報"),
        SecretSeals = new("secret commissions", "密付印信"),
        AnEnvoy = new("an envoy", "使者"),
        RiderLeft = new(
            ["{what} left {origin} for {to}, {li} li off.", "a rider with {what} set out from {origin} for {to}, {li} li away."],
            ["{what}自{origin}發往{to}，程{li}里。", "驛騎齎{what}出{origin}，赴{to}，凡{li}里。"]),
        RiderCame = new(
            ["{what} reached {to} after {days}.", "after {days} on the road {what} came to {to}."],
            ["{what}行{days}，達{to}。", "歷{days}，{what}至{to}。"]),
        RiderLost = new(
            ["{what} for {to} never arrived.", "the rider who carried {what} to {to} was lost on the road."],
            ["致{to}之{what}中道而失。", "齎{what}赴{to}之騎不至。"]),
        ScoutsOut = new("scouts told {n} commands what lay about them.", "諸路{n}處斥候各報所見。");

    /// <summary>What a court or command came to believe of towns.</summary>
    public static readonly Phrase
        HeardFallen = new(
            ["word came to {seat}, {days} late, that {place} had gone over to {by}.", "{seat} heard, {days} late, that {by} held {place}.",
             "the loss of {place} to {by} was known to {seat} {days} after it happened."],
            ["{seat}始聞{place}已入{by}，去其事{days}。", "{place}入{by}之報達{seat}，遲{days}。", "越{days}，{seat}乃知{place}為{by}所有。"]),
        HeardFallenToday = new(
            ["{seat} heard the same day that {place} had gone over to {by}.", "that {by} held {place} was known to {seat} within the day."],
            ["{seat}即日聞{place}已入{by}。", "{place}入{by}，{seat}當日知之。"]),
        HeardWon = new(
            ["word came to {seat}, {days} late, that {by} had won {place}.", "{seat} heard, {days} late, that {place} was in the hands of {by}.",
             "that {by} had won {place} was known to {seat} {days} after it happened."],
            ["{seat}始聞{by}已得{place}，去其事{days}。", "{by}得{place}之捷報達{seat}，遲{days}。", "越{days}，{seat}乃知{by}已得{place}。"]),
        HeardWonToday = new(
            ["{seat} heard the same day that {by} had won {place}.", "that {place} was in the hands of {by} was known to {seat} within the day."],
            ["{seat}即日聞{by}已得{place}。", "{by}得{place}，{seat}當日知之。"]),
        HeardManyFallen = new(
            ["word came to {seat}, up to {days} late, that {by} held {n} places: {places}{more}.",
                "{seat} heard of {n} places in the hands of {by}, the oldest news {days} old: {places}{more}."],
            ["{seat}聞{places}{more}凡{n}處皆入{by}，遲者{days}。", "諸報達{seat}：{by}已有{places}{more}，凡{n}處，最遲者{days}。"]);
}
