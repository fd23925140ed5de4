namespace Yanyun.Engine.Rules;

public static class SupplyRule
{
    public static int Days(World world, ForceId force) => 30;

    public static Verdict Judge(in View view, in Convoy order) => Verdict.Accepted;
    public static void SendConvoy(World world, in Convoy order, PolityId polity, EventRef cause) { }
    public static void Daily(World world)
    {
    }
}
