using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Deciders;

/// <summary>What a seat is after: the task of its last accepted edict, or of the last entry of a script. No place: nothing in particular.</summary>
public readonly record struct Aim(TaskKind Task, PlaceId Place)
{
    /// <summary>To stand somewhere or to go back: nothing is to be attacked.</summary>
    public bool Stays => Place.Exists && Task is (TaskKind.Hold or TaskKind.March or TaskKind.Withdraw);

    /// <summary>The aim of the office.</summary>
    public static Aim Of(in View view)
    {
        ref readonly var aim = ref view.Office.Aim;
        if (aim.Kind != OrderKind.Direct) return default;
        var direct = aim.As<Direct>();
        return new Aim(direct.Task, direct.Place);
    }
}
