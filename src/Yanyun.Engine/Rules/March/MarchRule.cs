namespace Yanyun.Engine.Rules;

public static class MarchRule
{
    public static Verdict Judge(in View view, in March order) => CommandRule.JudgePlace(view, order.Force, order.To);
    public static Verdict Judge(in View view, in Withdraw order) => CommandRule.JudgePlace(view, order.Force, order.To);
    public static Verdict Judge(in View view, in Follow order) => Verdict.Accepted;
    public static Verdict Judge(in View view, in BurnBridge order) => Verdict.Accepted;
    public static Response Obey(World world, in March order) => Response.Obeys;
    public static Response Obey(World world, in Withdraw order) => Response.Obeys;
    public static Response Obey(World world, in Follow order) => Response.Obeys;
    public static Response Obey(World world, in BurnBridge order) => Response.Obeys;
    public static void Daily(World world)
    {
    }
}
