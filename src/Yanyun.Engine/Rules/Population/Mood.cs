namespace Yanyun.Engine.Rules;

/// <summary>What the people of a place feel for a claimant.</summary>
public static class Mood
{
    /// <summary>Loyalty of the people of a place to a polity, 0-1000; 0 for one that claims nothing.</summary>
    public static int To(World world, PlaceId place, PolityId polity)
    {
        ref readonly var state = ref world[place];
        return world.Scenario.Polities[polity.Value].Claimant switch { 0 => state.LoyaltyA, 1 => state.LoyaltyB, 2 => state.LoyaltyC, _ => 0 };
    }

    /// <summary>Inside <c>Apply</c>: moves it, held within 0 .. 1000.</summary>
    internal static void Move(World world, PlaceId place, PolityId polity, int by)
    {
        ref var state = ref world[place];
        switch (world.Scenario.Polities[polity.Value].Claimant)
        {
            case 0: state.LoyaltyA = (short)Whole.Clamp(state.LoyaltyA + by, 0, 1000); break;
            case 1: state.LoyaltyB = (short)Whole.Clamp(state.LoyaltyB + by, 0, 1000); break;
            case 2: state.LoyaltyC = (short)Whole.Clamp(state.LoyaltyC + by, 0, 1000); break;
        }
    }
}
