namespace Yanyun.Engine.Rules;

public static class PopulationRule
{
    public static void Daily(World world)
    {
    }
}
