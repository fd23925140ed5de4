namespace Yanyun.Engine.Rules;

public static class MarchRule
{
    public static void Daily(World world)
    {
    }
}
