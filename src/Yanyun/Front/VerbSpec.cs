using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Front;

/// <summary>What kind of value an option takes: decides what is wrong usage (exit 2) before anything is looked up.</summary>
public enum Takes { Nothing, Text, Whole, Date, Language }

/// <summary>An option of a verb.</summary>
/// <param name="Name">As written, with its dashes.</param>
/// <param name="Value">How help shows the value; empty for a flag.</param>
/// <param name="Repeats">May be given more than once.</param>
/// <param name="Min">Least value of a whole number.</param>
/// <param name="Max">Greatest value of a whole number.</param>
public sealed record Option(string Name, Takes Takes, string Value, Bilingual Help, bool Repeats = false, ulong Min = 0, ulong Max = ulong.MaxValue);

/// <summary>A word of the line that is no option.</summary>
/// <param name="Value">How help shows it: SCENARIO.</param>
/// <param name="Words">The words it may be; empty when it is looked up later.</param>
/// <param name="Optional">May be left out.</param>
/// <param name="Repeats">Takes all the words that remain.</param>
public sealed record Positional(string Value, Bilingual Help, IReadOnlyList<string> Words, bool Optional = false, bool Repeats = false);

/// <summary>A verb: what it is called, what it takes, what it does.</summary>
/// <param name="Examples">Command lines without the program's name, from the simplest on.</param>
public sealed record VerbSpec(
    string Name, Bilingual Summary, IReadOnlyList<Positional> Positionals, IReadOnlyList<Option> Options, IReadOnlyList<string> Examples)
{
    public static readonly Option LanguageOption = new("--lang", Takes.Language, "en|zh",
        new("language of all text; default from LANG", "所有文字的語言；預設依 LANG"));

    public static readonly Option HelpOption = new("--help", Takes.Nothing, "",
        new("this page", "顯示本說明"));

    /// <summary>The verb's own options, then those of every verb.</summary>
    public IEnumerable<Option> AllOptions => [.. Options, LanguageOption, HelpOption];
}
