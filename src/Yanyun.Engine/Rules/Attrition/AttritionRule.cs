namespace Yanyun.Engine.Rules;

public static class AttritionRule
{
    public static void Daily(World world)
    {
    }
}
