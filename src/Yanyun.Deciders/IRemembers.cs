using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>A mind that remembers something of the run it is in: when the run branches, each branch needs that memory.</summary>
public interface IRemembers : IMind
{
    /// <summary>Gives its memory to a mind of the same make, cast for the same seat of another run; what that one remembered is forgotten.</summary>
    void CopyTo(IMind other);

    /// <summary>Writes down what it remembers for one seat: a game that is put away goes on as if it had not been.</summary>
    void Save(SeatId seat, BinaryWriter to);

    /// <summary>Remembers for a seat what was written down.</summary>
    void Load(SeatId seat, BinaryReader from);
}
