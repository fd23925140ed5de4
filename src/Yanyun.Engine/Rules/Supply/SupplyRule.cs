namespace Yanyun.Engine.Rules;

public static class SupplyRule
{
    public static void Daily(World world)
    {
    }
}
