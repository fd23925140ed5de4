using System.Globalization;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Front;

/// <summary>
/// Reads a command line against the verbs: which verb, which options, which words, each value of the right kind. What a word names
/// (a scenario, a place, a day of the calendar) is looked up later by the verb.
/// </summary>
public static class CommandLine
{
    /// <summary>Reads the words after the verb. Exactly one of the two answers is not null.</summary>
    public static (Line? Line, Mistake? Mistake) Read(VerbSpec verb, IReadOnlyList<string> line)
    {
        var words = new List<string>();
        var options = new List<(Option, string)>();
        var onlyWords = false;
        for (var i = 0; i < line.Count; i++)
        {
            var word = line[i];
            if (word == "--" && !onlyWords)
            {
                onlyWords = true;
                continue;
            }
            if (onlyWords || !word.StartsWith('-') || word == "-")
            {
                words.Add(word);
                continue;
            }
            var equals = word.IndexOf('=');
            var name = equals < 0 ? word : word[..equals];
            if (name == "-h") name = "--help";
            var option = verb.AllOptions.FirstOrDefault(o => o.Name == name);
            if (option is null) return (null, UnknownOption(verb, name));
            string value;
            if (option.Takes == Takes.Nothing)
            {
                if (equals >= 0) return (null, Mistake.Usage(name, CliMessages.ValueToFlag, null, word[(equals + 1)..]));
                value = "";
            }
            else if (equals >= 0) value = word[(equals + 1)..];
            else if (i + 1 < line.Count && !line[i + 1].StartsWith("--", StringComparison.Ordinal)) value = line[++i];
            else return (null, Mistake.Usage(name, CliMessages.NoValue, null, option.Value));
            if (CheckValue(option, value) is { } wrong) return (null, wrong);
            var before = options.FirstOrDefault(given => given.Item1 == option);
            if (before.Item1 is not null && !option.Repeats && option.Takes != Takes.Nothing)
                return (null, Mistake.Usage(name, CliMessages.Twice, null, before.Item2, value));
            options.Add((option, value));
        }
        var read = new Line(verb, words, options);
        return read.Has("--help") || CheckWords(verb, words) is not { } mistake ? (read, null) : (null, mistake);
    }

    /// <summary>The mistake of a verb that does not exist: the nearest one is always named, however far.</summary>
    public static Mistake UnknownVerb(string word, IReadOnlyList<string> verbs)
    {
        var nearest = Nearest.To(word, verbs) ?? verbs.MinBy(verb => Nearest.Slips(word, verb));
        return Mistake.Usage("yanyun", CliMessages.UnknownVerb, nearest, word, verbs);
    }

    /// <summary>The mistake of an option that the verb does not take.</summary>
    public static Mistake UnknownOption(VerbSpec verb, string name)
    {
        var known = verb.AllOptions.Select(option => option.Name).ToList();
        return Mistake.Usage($"yanyun {verb.Name}".TrimEnd(), CliMessages.UnknownOption, Nearest.To(name, known), name, known);
    }

    private static Mistake? CheckValue(Option option, string value)
    {
        if (option.Takes != Takes.Nothing && value.Length == 0) return Mistake.Usage(option.Name, CliMessages.Empty, null, option.Value);
        if (option.Takes == Takes.Whole && !(ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= option.Min && number <= option.Max))
            return Mistake.Usage(option.Name, CliMessages.NotWhole, null, value, option.Min, option.Max);
        if (option.Takes == Takes.Language && !Languages.Words.Contains(value))
            return Mistake.Usage(option.Name, CliMessages.NotWord, Nearest.To(value, Languages.Words), value, Languages.Words);
        return null;
    }

    private static Mistake? CheckWords(VerbSpec verb, List<string> words)
    {
        var usage = HelpPage.Usage(verb);
        for (var i = 0; i < verb.Positionals.Count; i++)
        {
            var slot = verb.Positionals[i];
            if (i >= words.Count)
            {
                if (slot.Optional) break;
                return Mistake.Usage($"yanyun {verb.Name}", CliMessages.WordMissing, null, slot.Value, usage);
            }
            if (words[i].Length == 0) return Mistake.Usage(slot.Value, CliMessages.Empty, null, slot.Value);
            if (slot.Words.Count > 0 && !slot.Words.Contains(words[i]))
                return Mistake.Usage($"yanyun {verb.Name}", CliMessages.NotWord, Nearest.To(words[i], slot.Words), words[i], slot.Words);
        }
        var last = verb.Positionals.Count == 0 ? null : verb.Positionals[^1];
        if (words.Count > verb.Positionals.Count && last is not { Repeats: true })
            return Mistake.Usage($"yanyun {verb.Name}", CliMessages.WordTooMany, null, words[verb.Positionals.Count], usage);
        return null;
    }
}
