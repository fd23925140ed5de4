using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>A mind that can be handed an aim: it takes over a seat in the middle of something.</summary>
public interface IAimedMind : IMind
{
    /// <summary>What the seat was after when it was handed over; Hold at no place when it was after nothing.</summary>
    void Pursue(SeatId seat, TaskKind task, PlaceId place);
}
