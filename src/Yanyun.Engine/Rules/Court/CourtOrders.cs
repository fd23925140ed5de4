namespace Yanyun.Engine.Rules;

/// <summary>A memorial to one's court for war or for peace.</summary>
public readonly record struct Argue(SeatId To, Counsel Counsel) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Argue;
}

/// <summary>Relieve a man who holds a seat, or serves under it, of every office and body he has. Who leads the seat's strongest body acts for him.</summary>
public readonly record struct Dismiss(SeatId To, PersonId Person) : ISeatOrder
{
    public static OrderKind Kind => OrderKind.Dismiss;
}

/// <summary>Put a man of one's own state under arrest, wherever he serves.</summary>
public readonly record struct Arrest(PersonId Person) : IOrder
{
    public static OrderKind Kind => OrderKind.Arrest;
}

/// <summary>Put a man of one's own state to death: in prison if he is there, where he serves if he is not.</summary>
public readonly record struct Execute(PersonId Person) : IOrder
{
    public static OrderKind Kind => OrderKind.Execute;
}
