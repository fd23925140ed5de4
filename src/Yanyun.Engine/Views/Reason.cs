namespace Yanyun.Engine;

/// <summary>Why a mind gave an order. Stable: logs and catalogues name them. Nothing in the world depends on them.</summary>
public enum Motive : byte
{
    None = 0,
    /// <summary>Place is the prize of most worth for the days and men it costs; Number: chance to have it, per mille.</summary>
    TakePrize = 1,
    /// <summary>The standing aim names Place; Number as above.</summary>
    TakeAsTold = 2,
    /// <summary>Place of its own side is beset; Number: chance to win there, per mille.</summary>
    Relieve = 3,
    /// <summary>Too weak alone for Place: joins Force; Number: men believed at Place.</summary>
    Gather = 4,
    /// <summary>Waits at Place for others to come up before it goes on; Number: men that the goal asks for.</summary>
    AwaitGathering = 5,
    /// <summary>Goes with the host of Force.</summary>
    KeepTogether = 6,
    /// <summary>Enemies near Place are too many; Number: men believed there.</summary>
    Outnumbered = 7,
    /// <summary>Grain runs out away from its magazine at Place; Number: days left.</summary>
    OutOfGrain = 8,
    /// <summary>Stands at Place and guards it; Number: men of the enemy about.</summary>
    Guard = 9,
    /// <summary>The standing aim says to go back, or to stand, at Place.</summary>
    AsTold = 10,
    /// <summary>Too small for a siege: lives off the enemy's country about Place.</summary>
    Harry = 11,
    /// <summary>The commander goes with his main host, Force.</summary>
    LeadFromTheFront = 12,
    /// <summary>The force it followed is gone, or its errand is done: stands at Place.</summary>
    ErrandOver = 13,
    /// <summary>The prize is far: comes up first to Place of its own side; Number: chance to have the prize, per mille.</summary>
    ComeUp = 14,
    /// <summary>The main host, Force, is elsewhere: the commander goes to it, at Place.</summary>
    GoToTheHost = 15,
    /// <summary>A command is sent against Place; Number: chance to have it, per mille.</summary>
    SendAgainst = 20,
    /// <summary>A command is sent to the help of Place; Number: chance to win there, per mille.</summary>
    SendHelp = 21,
    /// <summary>A command is exposed before Number men and called back to Place.</summary>
    CallBack = 22,
    /// <summary>A command is kept at Place as a reserve.</summary>
    KeepReserve = 23,
    /// <summary>What is known at Place of the enemy is to be known to its commands.</summary>
    KeepInformed = 24,
    /// <summary>People behind the enemy at Place are thought ready to rise; Number: use, 0 - 1000.</summary>
    RaiseTheRear = 40,
    /// <summary>The commander of Force might be had for money; Number: use.</summary>
    WinOver = 41,
    /// <summary>The paper before it is worth more than going on; Number: by how many thousandths of its land.</summary>
    MakePeace = 50,
    /// <summary>The paper before it is worth less than going on; Number: by how many thousandths of its land.</summary>
    RefusePeace = 51,
    /// <summary>Such a peace would be worth more than going on; Number as above.</summary>
    OfferPeace = 52,
    /// <summary>War promises more than the peace; Number: by how many thousandths of its land.</summary>
    GoToWar = 53,
    /// <summary>The annals have it so; Number: the entry's row in the script.</summary>
    Recorded = 30,
    /// <summary>What the recorded decision rested on is not so, and the script names another; Number as above.</summary>
    RecordedOtherwise = 31,
    /// <summary>He was told so before and has put it off; Number: days since.</summary>
    TellAgain = 32,
}

/// <summary>The reason of one order: a motive and what it is about. Its sentence is Chronicle text.</summary>
public readonly record struct Reason(Motive Motive, PlaceId Place = default, ForceId Force = default, int Number = 0);
