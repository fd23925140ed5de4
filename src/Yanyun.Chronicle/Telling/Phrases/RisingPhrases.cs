namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Agents, risings, bands in the hills.</summary>
internal static class RisingPhrases
{
    public static readonly Phrase
        ToRouse = new("to raise the people of {place}", "結{place}忠義"),
        Resolved = new(
            ["{seat} resolved to raise the people of {place}.", "{seat} meant to have {place} rise behind the enemy's back."],
            ["{seat}謀結{place}忠義。", "{seat}欲使{place}之民起於敵後。"]),
        AgentsLeft = new(
            ["{seat} sent men with seals, banners and {n} strings of cash among the people of {place}.",
                "with seals, banners and {n} strings of cash, men of {seat} set out in secret for {place}."],
            ["{seat}遣間使齎印信旗榜、錢{n}貫，入{place}結忠義。", "{seat}密遣人以印信旗榜及錢{n}貫往{place}。"]),
        AgentsCame = new(
            ["the men whom {seat} had sent came through to {place}, where the people hid them.",
                "at {place} the people took in the men whom {seat} had sent."],
            ["{seat}間使達{place}，民匿之。", "{place}之民納{seat}所遣間使。"]),
        AgentsTaken = new(
            ["the men whom {seat} had sent to {place} were taken on the way and put to death.",
                "{place} waited in vain for the men of {seat}: they had been caught on the road."],
            ["{seat}所遣往{place}者為敵所獲，死之。", "{seat}間使未達{place}，中途見殺。"]),
        Rose = new(
            ["the people of {place} rose: {men} took up arms with {force}{turned}{why}.",
                "{men} of {place} went into the hills and took up arms with {force}{turned}{why}."],
            ["{why}{place}之民起義，{men}從{force}{turned}。", "{why}{place}{men}入山，奉{force}起兵{turned}。"]),
        CameOut = new(
            ["{force}, who had lain hidden about {place}, took up arms{turned}{why}.", "about {place} {force} came out of hiding and took up arms{turned}{why}."],
            ["{why}{force}起於{place}{turned}。", "{why}{force}久匿{place}，至是起兵{turned}。"]),
        NobodyTurned = new("", ""),
        GuardTurned = new(", and {men} of the town's own guard with them", "，守兵{men}附之"),
        Joined = new(["{men} more of {place} joined {force}.", "{force} grew by {men} from {place}."], ["{place}{men}復從{force}。", "{force}得{place}{men}，勢益張。"]),
        Hunted = new(
            ["the hills of {place} were combed for {force}, who lost {men}; those who hunted lost {others}.",
                "hunters came on {force} in the hills of {place}: {men} of the band and {others} of the hunters fell."],
            ["{force}為敵搜捕於{place}山中，亡{men}，敵失{others}。", "敵襲{force}於{place}山中，殺{men}，自損{others}。"]),
        Melted = new(
            ["{force} scattered, and {men} went home to their fields about {place}.", "{men} of {force} laid down their arms and were farmers again about {place}."],
            ["{force}散，{men}各歸{place}田里。", "{force}解兵，{men}復為{place}農。"]),
        LayLow = new(
            ["{force} went back into hiding about {place}; {men} went home.", "about {place} {force} lay low once more, and {men} went home."],
            ["{force}復匿於{place}，{men}歸家。", "{force}斂跡{place}，遣{men}還里。"]),
        LayLowAll = new(["{force} went back into hiding about {place}.", "about {place} {force} lay low once more."], ["{force}復匿於{place}。", "{force}斂跡{place}。"]);
}
