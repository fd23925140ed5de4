using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Verbs;

namespace Yanyun.Cli.Front;

/// <summary>The way in: finds the verb, reads the line, runs it, and answers for whatever goes wrong.</summary>
public static class FrontDoor
{
    /// <summary>The verbs of the program, in the order of help.</summary>
    public static readonly IReadOnlyList<IVerb> Verbs =
        [new ScenariosVerb(), new ReplayVerb(), new VerifyVerb(), new WhyVerb(), new ViewVerb(), new FidelityVerb(), new ClaimsVerb(), new LabVerb(), new BenchVerb(), new ServeVerb(), new McpVerb()];

    /// <summary>Runs one command line.</summary>
    /// <param name="surroundings">Environment variables by name: LANG and YANYUN_DEBUG are read.</param>
    /// <param name="progress">Whether progress may be drawn on the error stream.</param>
    public static Exit Open(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, Func<string, string?> surroundings, bool progress = false,
        CancellationToken stop = default) => Open(Verbs, args, output, error, surroundings, progress, stop);

    /// <summary>The same with verbs of the caller's.</summary>
    internal static Exit Open(
        IReadOnlyList<IVerb> verbs, IReadOnlyList<string> args, TextWriter output, TextWriter error, Func<string, string?> surroundings,
        bool progress = false, CancellationToken stop = default)
    {
        var language = LanguageAsked(args) ?? Languages.OfLocale(surroundings("LANG"));
        var exit = Guarded(() => Dispatch(verbs, args, output, error, language, progress, stop));
        // What is said last may not fit any more either; the worse of the two is the answer.
        var flushed = Guarded(() =>
        {
            output.Flush();
            return Exit.Done;
        });
        return exit == Exit.Done ? flushed : exit;

        Exit Guarded(Func<Exit> act)
        {
            try
            {
                return act();
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                return Mistake.NotHere("yanyun", CliMessages.Machine, null, refused.Message).Tell(error, language);
            }
            catch (Exception fault)
            {
                error.WriteLine(new Problem(CliMessages.Bug, new Location("yanyun", 0, 0), [fault.Message]).Render(language));
                if (surroundings("YANYUN_DEBUG") is { Length: > 0 }) error.WriteLine(fault);
                return Exit.OurFault;
            }
        }
    }

    private static Exit Dispatch(
        IReadOnlyList<IVerb> verbs, IReadOnlyList<string> args, TextWriter output, TextWriter error, Chronicle.Language language, bool progress,
        CancellationToken stop)
    {
        var names = verbs.Select(verb => verb.Spec.Name).ToList();
        // Options of every verb may stand before the verb.
        var at = 0;
        while (at < args.Count && args[at] is "--lang" or "--help" or "-h" || at < args.Count && args[at].StartsWith("--lang=", StringComparison.Ordinal))
            at += args[at] == "--lang" ? 2 : 1;
        var before = args.Take(Math.Min(at, args.Count)).ToList();
        if (at >= args.Count)
        {
            var (given, wrong) = CommandLine.Read(new VerbSpec("", HelpPage.About, [], [], []), before);
            if (wrong is not null) return wrong.Tell(error, language);
            if (!given!.Has("--help") && before.Count > 0)
                return Mistake.Usage("yanyun", CliMessages.NoVerb, null, names).Tell(error, language);
            HelpPage.WriteAll(output, verbs.Select(verb => verb.Spec), language);
            return Exit.Done;
        }
        var found = verbs.FirstOrDefault(verb => verb.Spec.Name == args[at]);
        if (found is null && args[at] == "help" && at + 1 >= args.Count)
        {
            HelpPage.WriteAll(output, verbs.Select(verb => verb.Spec), language);
            return Exit.Done;
        }
        if (found is null && args[at].StartsWith('-'))
            return CommandLine.UnknownOption(new VerbSpec("", HelpPage.About, [], [], []), args[at]).Tell(error, language);
        if (found is null) return CommandLine.UnknownVerb(args[at], names).Tell(error, language);
        var (call, mistake) = CommandLine.Read(found.Spec, [.. before, .. args.Skip(at + 1)]);
        if (mistake is not null) return mistake.Tell(error, language);
        if (call!.Has("--help"))
        {
            HelpPage.WriteVerb(output, found.Spec, language);
            return Exit.Done;
        }
        return found.Run(new Call(call, language, output, error, progress, stop));
    }

    /// <summary>The language asked for on the line, even on a line that is wrong elsewhere.</summary>
    private static Chronicle.Language? LanguageAsked(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var word = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i]["--lang=".Length..] : null;
            if (word is not null && Languages.Words.Contains(word)) return Languages.Of(word);
        }
        return null;
    }
}
