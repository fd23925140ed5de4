namespace Yanyun.Engine.Rules;

public static class BattleRule
{
    public static void Daily(World world)
    {
    }
}
