namespace Yanyun.Engine.Rules;

/// <summary>
/// Rules that a run leaves out, to see what each of them does to a war. A game is always played with all of them, and only that is ever
/// recorded.
/// </summary>
[Flags]
public enum RuleSwitch : ushort
{
    None = 0,
    /// <summary>No month begins, so no pay and no tax either; no winter is hard, nothing is reaped, no levy is called up.</summary>
    Seasons = 1 << 0,
    /// <summary>Orders are heard the hour they are given, reports are read before anybody decides again, and no rider is lost.</summary>
    Couriers = 1 << 1,
    /// <summary>
    /// No commander balks at an order that he can carry out, no seat at an edict; and none shuns a host, turns back for want of grain or goes
    /// to a neighbour's help of himself.
    /// </summary>
    Command = 1 << 2,
    /// <summary>Nobody moves.</summary>
    March = 1 << 3,
    /// <summary>Nobody eats, is paid or taxed.</summary>
    Supply = 1 << 4,
    /// <summary>Nobody falls sick, deserts, tires or rests in camp; men still fall out on forced marches, day by day with March.</summary>
    Attrition = 1 << 5,
    /// <summary>Hosts that meet in the field pass by each other; storms and sallies are fought, with Siege.</summary>
    Battle = 1 << 6,
    /// <summary>Nobody lays siege, goes on with one, or walks into an empty town.</summary>
    Siege = 1 << 7,
    /// <summary>No town is called upon to open, and none does.</summary>
    Surrender = 1 << 8,
    /// <summary>Nobody flees, is escorted or settles; no grudge fades.</summary>
    Population = 1 << 9,
    /// <summary>Nobody rises, no agents are sent, and the bands that there are neither rob riders nor are hunted.</summary>
    Uprising = 1 << 12,
    /// <summary>No secret offer is made, and nobody comes over by one; towns still answer a summons, with Surrender.</summary>
    Defection = 1 << 13,
    /// <summary>Nothing agreed is performed, no offer is heard and no peace is made; a war renounced or begun goes on.</summary>
    Treaty = 1 << 10,
    /// <summary>No court weighs its factions, is taken by its own general, or lays hand on its men; who is appointed takes office whatever became of him.</summary>
    Court = 1 << 11,
}
