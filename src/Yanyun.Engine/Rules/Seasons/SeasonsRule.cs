namespace Yanyun.Engine.Rules;

public static class SeasonsRule
{
    public static void Daily(World world)
    {
    }
}
