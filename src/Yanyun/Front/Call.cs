using Yanyun.Chronicle;

namespace Yanyun.Cli.Front;

/// <summary>One call of the program: what was asked, in which language, and where answers go.</summary>
/// <param name="Progress">Whether the error stream is a terminal that progress can be drawn on.</param>
/// <param name="Stop">Set when the user asks to stop; long work ends after the day under way.</param>
public sealed record Call(Line Given, Language Language, TextWriter Out, TextWriter Error, bool Progress, CancellationToken Stop);

/// <summary>A verb of the program.</summary>
public interface IVerb
{
    VerbSpec Spec { get; }

    Exit Run(Call call);
}
