namespace Yanyun.Cli.Front;

/// <summary>What the program's exit code says. Scripts rely on it.</summary>
public enum Exit
{
    Done = 0,
    /// <summary>Well-formed, but not in this scenario, calendar or file; or a check failed.</summary>
    NotHere = 1,
    /// <summary>A word or value that is not of the option's kind or range.</summary>
    WrongUsage = 2,
    /// <summary>A fault of Yanyun.</summary>
    OurFault = 3,
}
