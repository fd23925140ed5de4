namespace Yanyun.Engine.Rules;

/// <summary>
/// How a man weighs a secret offer: log odds to go over from his want of loyalty, his ambition, the price, those of his kin whom his lord holds, the
/// word of him who makes it, who is winning by what he believes, and what he has to fear at home.
/// </summary>
internal static class Bargain
{
    // Log odds in hundredths. Estimates, each x 0.5 - 1.5; docs/rules/defection.md.
    /// <summary>A lukewarm man without kin or reason, offered a thousand strings by one whose word is good.</summary>
    public const int Base = -300;
    /// <summary>For each 100 of loyalty under 500.</summary>
    public const int Loyalty = 60;
    /// <summary>For each 100 of ambition over 400.</summary>
    public const int Ambition = 15;
    /// <summary>For each e-fold of the price over a thousand strings.</summary>
    public const int Price = 30;
    /// <summary>For each 100 of what ties him to his lord's house.</summary>
    public const int Kin = -20;
    /// <summary>For each 100 that the word of him who offers is short of certain.</summary>
    public const int Distrust = -15;
    /// <summary>For each e-fold of the suitor's men about him over his own side's.</summary>
    public const int Winning = 50;
    public const int MostWinning = 150;
    /// <summary>For a fight lost within the month, and for pay two months late.</summary>
    public const int Fear = 80;
    /// <summary>Less for one who holds a command or a court himself: what could he be offered?</summary>
    public const int Office = 400;
    /// <summary>How much sooner he listens than agrees, besides what ties him: <see cref="ToListen(World, in Talk, int)"/>.</summary>
    public const int Listening = 300;
    /// <summary>How far he looks to see who is winning, li.</summary>
    public const int LooksLi = 300;
    /// <summary>Days within which a lost fight is feared for.</summary>
    public const int FearDays = 30;
    /// <summary>What ties a man nobody has written of, 0 - 1000.</summary>
    public const int CommonBond = 300;
    /// <summary>How good the word of a party is of which nothing is written, 0 - 1000.</summary>
    public const int CommonFaith = 500;

    /// <summary>What is public of a man: how his lord, his kin and the suitor's word weigh for anybody who reckons.</summary>
    public static int Reputed(Scenario scenario, PersonId man, int loyalty, PolityId suitor, int strings)
    {
        var ambition = man.Exists ? scenario.Persons[man.Value].Ambition : 450;
        var odds = Base + Loyalty * (500 - loyalty) / 100 + Ambition * (ambition - 400) / 100 + Kin * BondOf(scenario, man) / 100;
        odds += Distrust * (1000 - FaithOf(scenario, suitor)) / 100;
        return odds + (int)((long)Price * Fixed.LnOf(1 + strings / 1000) / Fixed.One);
    }

    /// <summary>Log odds to agree today, in hundredths.</summary>
    public static int Odds(World world, in Talk talk)
    {
        var suitor = world.Scenario.Seats[talk.By.Value].Polity;
        var loyalty = DefectionRule.LoyaltyOf(world, talk.Force, talk.Place, talk.Man);
        var odds = Reputed(world.Scenario, talk.Man, loyalty, suitor, talk.Strings) + WhoWins(world, talk, suitor);
        if (HoldsOffice(world, talk.Man)) odds -= Office;
        if (!talk.Force.Exists) return odds;
        ref readonly var force = ref world[talk.Force];
        if (force.Wound.Exists && force.FoughtOn != 0 && world.Today - force.FoughtOn <= FearDays && force.Morale < AttritionRule.NormalMorale(force)) odds += Fear;
        return force.Arrears > 60 ? odds + Fear : odds;
    }

    /// <summary>
    /// Log odds to listen: to hear what is offered and leave the door open binds him to nothing, so what would keep him from going, his house in his
    /// lord's hands and the doubtful word of the suitor, does not keep him from that.
    /// </summary>
    /// <param name="odds">To agree.</param>
    public static int ToListen(World world, in Talk talk, int odds) =>
        ToListen(world.Scenario, talk.Man, world.Scenario.Seats[talk.By.Value].Polity, odds);

    /// <summary>The same for anybody who reckons.</summary>
    public static int ToListen(Scenario scenario, PersonId man, PolityId suitor, int odds) =>
        odds + Listening - Kin * BondOf(scenario, man) / 100 - Distrust * (1000 - FaithOf(scenario, suitor)) / 100;

    public static bool HoldsOffice(World world, PersonId man)
    {
        if (!man.Exists) return false;
        for (byte s = 1; s < world.SeatTable.Length; s++)
            if (world.SeatTable[s].Holder == man && world.SeatTable[s].Open != 0) return true;
        return false;
    }

    public static int PerMille(int odds) => Fixed.ToPerMille(Fixed.Logistic((int)((long)odds * Fixed.One / 100)));

    /// <summary>By what the seat he serves believes of hosts about him.</summary>
    private static int WhoWins(World world, in Talk talk, PolityId suitor)
    {
        var here = talk.Force.Exists ? CourierRule.Where(world[talk.Force]) : talk.Place;
        var seat = talk.Force.Exists ? world[talk.Force].Seat : world.Scenario.SeatOfPlace[here.Value];
        var lord = talk.Force.Exists ? world[talk.Force].Polity : world[here].Holder;
        if (!seat.Exists || !world.Scenario.SameSide(world.Scenario.Seats[seat.Value].Polity, lord)) seat = world.Scenario.CourtOf[lord.Value];
        if (!seat.Exists) return 0;
        var set = world.Scenario.Seats[seat.Value].Beliefs;
        long ours = talk.Force.Exists ? world[talk.Force].Men : world[here].Garrison, theirs = 0;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var belief = ref world.BeliefOf(set, new ForceId(f));
            if (!belief.Known || f == talk.Force.Value || belief.Doing is Doing.Routed or Doing.Gone || !world.ForceTable[f].Mobile) continue;
            if (belief.Place != here && world.Atlas.RideLi(here, belief.Place) > LooksLi) continue;
            if (world.Scenario.SameSide(world.ForceTable[f].Polity, suitor)) theirs += Band.Men(belief.Men);
            else if (world.Scenario.SameSide(world.ForceTable[f].Polity, lord)) ours += Band.Men(belief.Men);
        }
        return Prospect(theirs, ours);
    }

    /// <summary>Log odds for what stands about him: men of the suitor's side against those of his own.</summary>
    public static int Prospect(long suitors, long own) =>
        (int)Whole.Clamp((long)Winning * Fixed.LnRatio(Whole.Max(1, suitors), Whole.Max(1, own)) / Fixed.One, -MostWinning, MostWinning);

    public static int BondOf(Scenario scenario, PersonId man) => man.Value < scenario.Bonds.Length && scenario.Bonds[man.Value] >= 0 ? scenario.Bonds[man.Value] : CommonBond;

    private static int FaithOf(Scenario scenario, PolityId polity) =>
        polity.Value < scenario.Faith.Length && scenario.Faith[polity.Value] >= 0 ? scenario.Faith[polity.Value] : CommonFaith;
}
