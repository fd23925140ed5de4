namespace Yanyun.Engine.Rules;

public static class SiegeRule
{
    public static Verdict Judge(in View view, in Take order) => CommandRule.JudgePlace(view, order.Force, order.Place);
    public static Verdict Judge(in View view, in Relieve order) => CommandRule.JudgePlace(view, order.Force, order.Place);
    public static Verdict Judge(in View view, in Storm order) => Verdict.Accepted;
    public static Verdict Judge(in View view, in Sally order) => Verdict.Accepted;
    public static Verdict Judge(in View view, in Lift order) => Verdict.Accepted;
    public static Verdict Judge(in View view, in Summon order) => Verdict.Accepted;
    public static Response Obey(World world, in Take order) => Response.Obeys;
    public static Response Obey(World world, in Relieve order) => Response.Obeys;
    public static Response Obey(World world, in Storm order) => Response.Obeys;
    public static Response Obey(World world, in Sally order) => Response.Obeys;
    public static Response Obey(World world, in Lift order) => Response.Obeys;
    public static Response Obey(World world, in Summon order) => Response.Obeys;
    public static void Daily(World world)
    {
    }

    internal static void Close(World world, SiegeId siege) { }
}
