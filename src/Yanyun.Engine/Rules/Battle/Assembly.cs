namespace Yanyun.Engine.Rules;

/// <summary>Bodies sent out as one host fall on the enemy as one: whoever leads waits for those who were told to go with him and are a few days behind.</summary>
internal static class Assembly
{
    /// <summary>Followers further behind than this are not waited for, li of road. Estimate 60 - 150: two or three days of foot.</summary>
    public const int WaitsLi = 100;
    /// <summary>Followers that are fewer than one in so many of his own are not waited for. Estimate 2 - 6.</summary>
    public const int WaitsForOneIn = 4;
    /// <summary>Chance at which he attacks with those he has, per mille. Estimate 600 - 800.</summary>
    public const int Enough = 700;

    /// <summary>Whether men told to go with a force are on their way to it and near.</summary>
    public static bool HasMenBehind(World world, ForceId id)
    {
        ref readonly var leader = ref world[id];
        var here = CourierRule.Where(leader);
        var behind = 0;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (force.TargetForce != id || force.Task != TaskKind.Follow || force.Doing != Doing.Marching || !force.Alive) continue;
            if (force.At.Exists && force.At == leader.At) continue;
            if (world.Atlas.RideLi(here, CourierRule.Where(force)) + ToGo(world, force) <= WaitsLi) behind += force.Men;
        }
        return behind > 0 && behind * WaitsForOneIn >= leader.Men;
    }

    /// <summary>Li to the end of the leg that it is on.</summary>
    private static int ToGo(World world, in Force force)
    {
        if (force.At.Exists || !force.Leg.Exists) return 0;
        ref readonly var leg = ref world.Atlas[force.Leg];
        return force.Toward == leg.To ? leg.Li - force.LegLi : force.LegLi;
    }
}
