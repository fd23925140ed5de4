using Yanyun.Cli.Front;
using Yanyun.Engine;

namespace Cli.Tests;

/// <summary>Files that the bad inputs need: a sound record, damaged ones, broken scenarios. Made once, in a folder of their own.</summary>
internal static class Fixtures
{
    public static string Folder { get; } = Make();

    /// <summary>Where tests write: what is near a misspelt fixture must not depend on what else was written.</summary>
    public static string Scratch { get; } = Directory.CreateDirectory(Path.Combine(Folder, "scratch")).FullName;

    /// <summary>A record of the first forty days.</summary>
    public static string Record => Path.Combine(Folder, "war.yanyun");

    /// <summary>A record of the first sixty-two days with a change to the scenario and an order of the user.</summary>
    public static string OrderedRecord => Path.Combine(Folder, "ordered.yanyun");

    public static void WriteOrdered(string path)
    {
        var made = Answer.To(["replay", "1140-henan", "--deciders", "conduct", "--until", "1139-09-28", "--set", "places.shunchang.walls=2",
            "--order", "1139-08-25 song-court inform to=song-huaixi-command", "--record", path]);
        Assert.True(made.Exit == Exit.Done, made.Error);
    }

    /// <summary>The hash of the scenario's files, as that record names it.</summary>
    public static string ScenarioHash { get; } = File.ReadLines(Record).Skip(1).First().Split(' ')[1]["hash=".Length..^3];

    private static string Make()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"yanyun-cli-tests-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var record = Path.Combine(folder, "war.yanyun");
        var made = Answer.To(["replay", "1140-henan", "--deciders", "conduct", "--until", "1139-09-06", "--record", record]);
        Assert.True(made.Exit == Exit.Done, made.Error);
        WriteOrdered(Path.Combine(folder, "ordered.yanyun"));
        var text = File.ReadAllText(record);
        var lines = text.Split('\n');
        void Write(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content);
        Write("not-a-record.yanyun", "format: yanyun-scenario/1\n");
        Write("empty.yanyun", "");
        Write("cut.yanyun", string.Join('\n', lines[..20]) + "\n");
        Write("line-out.yanyun", string.Join('\n', [.. lines[..12], .. lines[13..]]));
        Write("damaged.yanyun", text.Replace("n=20~", "n=2O~"));
        Write("other-rules.yanyun", Rechain.Lines(lines, line => line.Replace($"rules={RulesVersion.Current}", "rules=999")));
        Write("other-files.yanyun", Rechain.Lines(lines, line => line.StartsWith("scenario=") ? Rechain.With(line, "hash", "0123456789abcdef") : line));
        Write("other-seed.yanyun", Rechain.Lines(lines, line => line.StartsWith("scenario=") ? Rechain.With(line, "seed", "2") : line));
        Write("no-such-scenario.yanyun", Rechain.Lines(lines, line => line.StartsWith("scenario=") ? Rechain.With(line, "scenario", "1140-hunan") : line));
        Write("wrong-day.yanyun", Rechain.Lines(lines, line => line.StartsWith("day=1139-08-10") ? Rechain.With(line, "day", "1139-08-11") : line));
        Broken(folder, "no-date", text => text.Replace("first_day: \"1139-07-28\"", "first_day: \"1139-07-48\""));
        Broken(folder, "no-key", text => text.Replace("survey:", "servey:"));
        Broken(folder, "other-format", text => text.Replace("yanyun-scenario/1", "yanyun-scenario/9"));
        Broken(folder, "not-yaml", text => text.Replace("polities:", "polities: ["));
        Broken(folder, "last-first", text => text.Replace("last_day: \"1142-02-28\"", "last_day: \"1139-05-31\""));
        Broken(folder, "no-quotes", text => text.Replace("fear:", "fear: much #"));
        return folder;
    }

    /// <summary>The scenario with one of its files spoiled.</summary>
    private static void Broken(string folder, string name, Func<string, string> spoil)
    {
        var to = Path.Combine(folder, name);
        var from = Path.Combine(House.Root, "scenarios", "1140-henan");
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        var head = Path.Combine(to, "scenario.yaml");
        var before = File.ReadAllText(head);
        var after = spoil(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(head, after);
    }
}
