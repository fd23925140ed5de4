namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Fights and what they leave.</summary>
internal static class BattlePhrases
{
    /// <summary>One event of a fight.</summary>
    public static readonly Phrase
        Joined = new(
            ["{attacker} with {men} fell on {defender} with {others} {at}{why}.",
                "{at} {attacker}, {men} strong, attacked {defender}, {others} strong{why}."],
            ["{why}{attacker}以{men}擊{defender}之{others}於{at}。", "{at}之戰，{why}{attacker}率{men}攻{defender}，其眾{others}。"]),
        Lost = new("{force} lost {men} in the fight.", "是役{force}折{men}。"),
        EndedWon = new(
            ["the fight {at} went to {winner}: {attacker} lost {men}, {defender} {others}.",
                "{winner} had the better of it {at}; {attacker} lost {men}, {defender} {others}."],
            ["{at}之戰，{winner}勝：{attacker}失{men}，{defender}失{others}。", "{winner}得勝於{at}；{attacker}亡{men}，{defender}亡{others}。"]),
        EndedDrawn = new(
            ["night parted {attacker} and {defender} {at}; the one had lost {men}, the other {others}.",
             "{at} neither {attacker} nor {defender} gave way before dark; they lost {men} and {others}."],
            ["{attacker}與{defender}戰於{at}，日暮而解，各失{men}、{others}。", "{at}之戰，{attacker}、{defender}不分勝負，至夜罷兵，所失{men}與{others}。"]),
        Routed = new("{force} broke and fled toward {to}, and {by} took {grain} of its train.", "{force}潰奔{to}，{by}獲其{grain}。"),
        Retired = new("{force} gave up the field and fell back toward {to}.", "{force}引退，趨{to}。"),
        WentWithin = new("{force} went back behind the walls of {to}.", "{force}退入{to}城中。"),
        Declined = new(
            ["{force} would not meet {before} {at}, giving himself {odds}, and fell back.",
                "{at} {force} gave ground before {before}; he saw but {odds} for himself."],
            ["{force}度勝算{odds}，不與{before}戰於{at}，引退。", "{at}，{force}避{before}之鋒而退，自度勝算{odds}。"]),
        DeclinedWithin = new(
            ["{force} would not meet {before} in the open {at}, giving himself {odds}, and shut the gates.",
             "{at} {force} went behind the walls before {before}; he saw but {odds} for himself in the open."],
            ["{force}度勝算{odds}，不與{before}野戰於{at}，閉城自守。", "{at}，{force}避{before}而入城固守，自度野戰勝算{odds}。"]),
        Killed = new(["{person} was killed at the head of {force}.", "{person} fell in command of {force}."], ["統{force}之{person}戰死。",
            "{person}歿於陣，其部為{force}。"]),
        Captured = new(["{person} was taken alive at the head of {force}.", "{person}, who led {force}, was taken."],
            ["統{force}之{person}被擒。", "{person}為敵所執，其部為{force}。"]),
        Destroyed = new(["{force} was destroyed; the last {men} were killed, taken or scattered.",
            "nothing was left of {force}: its last {men} were lost."],
            ["{force}覆沒，餘眾{men}死擒離散。", "{force}全軍皆潰，所餘{men}盡沒。"]);

    /// <summary>A whole fight in one sentence: where, who with how many against whom with how many, why, how it ended, what it
    /// cost.</summary>
    public static readonly Phrase
        Beat = new(
            ["{at} {winner}, {menWon} strong, beat {loser}, {menLost} strong, and lost {lostWon} to {lostLost}{aftermath}{why}.",
             "{winner} with {menWon} met {loser} with {menLost} {at} and defeated him; it cost the one {lostWon}, the other {lostLost}{aftermath}{why}.",
             "{loser} with {menLost} was beaten {at} by {winner} with {menWon}; they lost {lostLost} and {lostWon}{aftermath}{why}."],
            ["{why}{winner}以{menWon}敗{loser}之{menLost}於{at}，失{lostWon}，而敵失{lostLost}{aftermath}。",
             "{at}之戰，{why}{winner}率{menWon}破{loser}{menLost}，所失{lostWon}，敵亡{lostLost}{aftermath}。",
             "{loser}以{menLost}戰於{at}，{why}為{winner}之{menWon}所敗，亡{lostLost}，勝者失{lostWon}{aftermath}。"]),
        Parted = new(
            ["{at} {attacker} with {men} fought {defender} with {others} until dark and neither gave way; they lost {lost} and {lostOthers}{why}.",
             "{attacker}, {men} strong, attacked {defender}, {others} strong, {at}; night parted them with {lost} and {lostOthers} lost{why}."],
            ["{why}{attacker}以{men}與{defender}之{others}戰於{at}，至暮不決，各失{lost}、{lostOthers}。",
             "{at}之戰，{why}{attacker}率{men}攻{defender}{others}，日沒而罷，所失{lost}與{lostOthers}。"]),
        NoAftermath = new("", ""),
        Both = new("{one}{other}", "{one}{other}"),
        AndFled = new("; {loser} fled toward {to}", "；{loser}潰奔{to}"),
        AndFellBack = new("; {loser} fell back toward {to}", "；{loser}退趨{to}"),
        AndDestroyed = new("; {loser} was no army any more", "；{loser}之軍遂覆"),
        AndKilled = new("; {person} was killed", "；{person}戰死"),
        AndCaptured = new("; {person} was taken alive", "；{person}被擒");
}
