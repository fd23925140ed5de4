using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Front;

/// <summary>What is wrong with what was asked: the exit code, and the problems to print. Returned, never thrown.</summary>
public sealed record Mistake(Exit Exit, IReadOnlyList<Problem> Problems)
{
    /// <summary>A mistake in a word of the command line.</summary>
    /// <param name="at">The option or place on the line, as the user wrote it.</param>
    public static Mistake Usage(string at, Message message, string? nearest, params object[] args) =>
        new(Exit.WrongUsage, [new Problem(message, new Location(at, 0, 0), args, nearest)]);

    /// <summary>A sound word that names nothing here.</summary>
    public static Mistake NotHere(string at, Message message, string? nearest, params object[] args) =>
        new(Exit.NotHere, [new Problem(message, new Location(at, 0, 0), args, nearest)]);

    public Exit Tell(TextWriter to, Language language)
    {
        foreach (var problem in Problems) to.WriteLine(problem.Render(language));
        return Exit;
    }
}
