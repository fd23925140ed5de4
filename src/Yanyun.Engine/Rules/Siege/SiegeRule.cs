namespace Yanyun.Engine.Rules;

public static class SiegeRule
{
    public static void Daily(World world)
    {
    }
}
