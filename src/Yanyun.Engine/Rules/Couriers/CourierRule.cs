namespace Yanyun.Engine.Rules;

public static class CourierRule
{
    public static void Arrive(World world) { }
    public static void Deliver(World world, DispatchId id) { }
    public static void Carry(World world, in Order order, EventRef given) { }
}

public static class Lookout
{
    public static void Daily(World world) { }
    public static void Keep(World world) { }
}

public static class Reports
{
    public static void Daily(World world) { }
}
