namespace Yanyun.Engine.Rules;

public static class PopulationRule
{
    public static Verdict Judge(in View view, in Escort order) => CommandRule.JudgePlace(view, order.Force, order.To);
    public static Response Obey(World world, in Escort order) => Response.Obeys;
    public static void Daily(World world)
    {
    }
}
