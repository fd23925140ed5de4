namespace Yanyun.Engine.Rules;

public static class SurrenderRule
{
    public static void Daily(World world)
    {
    }
}
