namespace Yanyun.Engine.Rules;

public static class CommandRule
{
    public static bool HasCause(in View view) => false;
    public static Verdict Judge(in View view, in Order order) => Verdict.Accepted;
    public static void EnterInCopyBook(World world, in Order order) { }
    public static void Conduct(World world) { }
}
