namespace Yanyun.Engine.Rules;

/// <summary>The standing task that an order, once obeyed, becomes.</summary>
internal readonly record struct Tasks(TaskKind Task, PlaceId Target, ForceId TargetForce, byte KeepDays, Pace Pace)
{
    /// <summary>None for orders that set no task (a stance, a storm, a sally ...).</summary>
    public static Tasks? Of(in Order order)
    {
        switch (order.Kind)
        {
            case OrderKind.March:
                var march = order.As<March>();
                return new Tasks(TaskKind.March, march.To, default, 0, march.Pace);
            case OrderKind.Take:
                var take = order.As<Take>();
                return new Tasks(TaskKind.Take, take.Place, default, take.KeepDays, Pace.Usual);
            case OrderKind.Hold:
                return new Tasks(TaskKind.Hold, order.As<Hold>().Place, default, 0, Pace.Usual);
            case OrderKind.Relieve:
                return new Tasks(TaskKind.Relieve, order.As<Relieve>().Place, default, 0, Pace.Forced);
            case OrderKind.Follow:
                return new Tasks(TaskKind.Follow, default, order.As<Follow>().Leader, 0, Pace.Usual);
            case OrderKind.Harass:
                return new Tasks(TaskKind.Harass, order.As<Harass>().Place, default, 0, Pace.Usual);
            case OrderKind.Escort:
                return new Tasks(TaskKind.Withdraw, order.As<Escort>().To, default, 0, Pace.Usual);
            case OrderKind.Withdraw:
                return new Tasks(TaskKind.Withdraw, order.As<Withdraw>().To, default, 0, Pace.Usual);
            default:
                return null;
        }
    }
}
