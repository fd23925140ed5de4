namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Marches, rivers, roads.</summary>
internal static class MarchPhrases
{
    public static readonly Phrase
        Begun = new(
            ["{force} set out from {from} for {goal}{why}.", "{force} left {from} and took the road to {goal}{why}."],
            ["{why}{force}自{from}趨{goal}。", "{why}{force}發{from}，進赴{goal}。"]),
        HostSetOut = new(
            ["{force} set out from {from} for {goal} with {men}{why}.", "with {men} {force} left {from} on the road to {goal}{why}.",
             "from {from} {force} marched on {goal}, {men} in all{why}."],
            ["{why}{force}率{men}自{from}趨{goal}。", "{why}{force}發{from}，以{men}進赴{goal}。", "{why}{force}帥師{men}離{from}，向{goal}。"]),
        HostsSetOut = new(
            ["{force} set out from {from} for {goal}, {others} with him, {men} in all{why}.",
                "{men} under {force}, with {others}, left {from} for {goal}{why}.",
             "from {from} {force} and with him {others} marched on {goal} with {men}{why}."],
            ["{why}{force}偕{others}自{from}趨{goal}，凡{men}。", "{why}{force}以{men}發{from}赴{goal}，{others}從之。",
             "{why}{force}合{others}之兵{men}，離{from}向{goal}。"]),
        HostFellBack = new(
            ["{force} fell back from {from} on {goal} with {men}{why}.",
                "with {men} {force} gave up {from} and went back toward {goal}{why}."],
            ["{why}{force}率{men}自{from}退保{goal}。", "{why}{force}以{men}棄{from}，還趨{goal}。"]),
        Day = new("{force} made {li} li.", "{force}行{li}里。"),
        DayTo = new("{force} made {li} li and camped at {place}.", "{force}行{li}里，次{place}。"),
        Came = new(["{force} came to {place}.", "{force} reached {place} and halted."], ["{force}至{place}。", "{force}抵{place}而駐。"]),
        HostCame = new(
            ["{force} reached {place} with {men}{why}.", "{force} came to {place}{why}; with him were {men}.",
                "{place} saw {force} come in with {men}{why}."],
            ["{why}{force}率{men}至{place}。", "{why}{force}抵{place}，眾{men}。", "{why}{force}之師{men}次於{place}。"]),
        Crosses = new(
            ["{force} came to {river} and would be over in {days}.", "{force} began to cross {river}; it would take {days}."],
            ["{force}至{river}，{days}可畢渡。", "{force}始渡{river}，計{days}。"]),
        HostCrosses = new(
            ["{force} with {men} began to cross {river}, a matter of {days}{why}.",
                "at {river} {force} put {men} over, a matter of {days}{why}."],
            ["{why}{force}率{men}渡{river}，計{days}而畢。", "{why}{force}以{men}濟{river}，凡{days}。"]),
        Stopped = new(
            ["{force} came to {river} and found no way over.", "{river} held up {force}: there was nothing to cross by."],
            ["{force}至{river}，無舟可濟。", "{force}阻於{river}，不得渡。"]),
        Crowded = new("{force} waited a day for a road full of troops.", "道路擁塞，{force}留一日。"),
        Burned = new(
            ["{force} destroyed the crossing of {river}{why}.", "the crossing of {river} was destroyed by {force}{why}."],
            ["{why}{force}斷{river}渡。", "{why}{river}之渡為{force}所斷。"]),
        Restored = new("the crossing of {river} could be used again.", "{river}之渡復通。"),
        UnitSetOut = new(
            ["{force}, {men}, set out from {from} for {goal}{why}.", "{force} left {from} for {goal}, {men} in all{why}."],
            ["{why}{force}{men}自{from}趨{goal}。", "{why}{force}發{from}赴{goal}，凡{men}。"]),
        UnitCame = new(["{force}, {men}, reached {place}{why}.", "{force} came to {place}, {men} in all{why}."], ["{why}{force}{men}至{place}。",
            "{why}{force}抵{place}，凡{men}。"]),
        UnitCrosses = new(
            ["{force}, {men}, began to cross {river}, a matter of {days}{why}.", "{force} went over {river}, {men} in {days}{why}."],
            ["{why}{force}{men}渡{river}，計{days}而畢。", "{why}{force}濟{river}，{men}凡{days}。"]),
        ArmySetOut = new(
            ["{force} set out from {from} for {goal} with {n} other corps, {men} in all{why}.",
                "{men} in {n} corps and his own left {from} under {force} for {goal}{why}."],
            ["{why}{force}統所部及他軍{n}部，凡{men}，自{from}趨{goal}。", "{why}{force}合{n}部之兵{men}，發{from}赴{goal}。"]),
        River = new("the {name}", "{name}"),
        ARiver = new("the river", "河");
}
