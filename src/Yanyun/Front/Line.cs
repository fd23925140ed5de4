using System.Globalization;
using Yanyun.Chronicle;

namespace Yanyun.Cli.Front;

/// <summary>A line of the command line that has the right shape: its words sorted, its values of the right kind.</summary>
public sealed class Line(VerbSpec spec, IReadOnlyList<string> words, IReadOnlyList<(Option Option, string Value)> options)
{
    public VerbSpec Spec => spec;

    /// <summary>Words that are no options, in their order.</summary>
    public IReadOnlyList<string> Words => words;

    public bool Has(string option) => options.Any(given => given.Option.Name == option);

    public string? Text(string option) => options.FirstOrDefault(given => given.Option.Name == option).Value;

    public IEnumerable<string> All(string option) => options.Where(given => given.Option.Name == option).Select(given => given.Value);

    public ulong Whole(string option, ulong absent) => Text(option) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : absent;

    public Language? Language => Text("--lang") is { } word ? Languages.Of(word) : null;
}

/// <summary>The two languages as the command line writes them.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<string> Words = ["en", "zh"];

    public static Language Of(string word) => word == "zh" ? Language.Chinese : Language.English;

    /// <summary>The language of the user's surroundings: Chinese when LANG begins with zh.</summary>
    public static Language OfLocale(string? locale) =>
        locale is not null && locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
}
