using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Yanyun.Chronicle.Reading;

/// <summary>Opens a data file as a tree of located nodes.</summary>
public static class YamlFile
{
    /// <summary>The whole file as one mapping, or null when it cannot be read; the reason is then among the problems.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">How problems call it: the path as the reader of the message knows it.</param>
    public static Mapping? Open(string path, string name, Problems problems)
    {
        if (!File.Exists(path))
        {
            problems.Add(ReadingMessages.NoFile, new Location(name, 0, 0), Path.GetFileName(path));
            return null;
        }
        return Parse(File.ReadAllText(path), name, problems);
    }

    /// <summary>As <see cref="Open"/>, from text.</summary>
    public static Mapping? Parse(string text, string name, Problems problems)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                problems.Add(ReadingMessages.WrongShape, new Location(name, 1, 1), name, Shapes.Nothing, Shapes.Mapping);
                return null;
            }
            parser.Consume<DocumentStart>();
            var root = new Builder(parser, name, problems).Read();
            parser.Consume<DocumentEnd>();
            if (root is Mapping mapping) return mapping;
            problems.Add(ReadingMessages.WrongShape, root.At, name, root.Shape, Shapes.Mapping);
        }
        catch (YamlException e)
        {
            var at = new Location(name, (int)e.Start.Line, (int)e.Start.Column);
            problems.Add(ReadingMessages.Syntax, at, Excerpt(text, at.Line));
        }
        catch (InvalidOperationException)
        {
            // The parser's own way of losing its place, as within { } that a line without indentation breaks off.
            var at = new Location(name, (int)(parser.Current?.End.Line ?? 1), (int)(parser.Current?.End.Column ?? 1));
            problems.Add(ReadingMessages.Syntax, at, Excerpt(text, at.Line));
        }
        return null;
    }

    /// <summary>The line the parser stopped at, or the last that says anything when it stopped at the end.</summary>
    private static string Excerpt(string text, int line)
    {
        var lines = text.Split('\n');
        var at = Math.Min(line, lines.Length) - 1;
        while (at > 0 && string.IsNullOrWhiteSpace(lines[at])) at--;
        var found = lines[at].Trim();
        return found.Length <= ExcerptLength ? found : found[..ExcerptLength] + "...";
    }

    private const int ExcerptLength = 60;

    /// <summary>No data of ours is deeper than eight; a file that is would exhaust the stack.</summary>
    private const int MaxDepth = 32;

    private readonly struct Builder(Parser parser, string name, Problems problems)
    {
        public Node Read(int depth = 0)
        {
            var e = parser.Consume<ParsingEvent>();
            var at = new Location(name, (int)e.Start.Line, (int)e.Start.Column);
            if (depth > MaxDepth) throw new YamlException(e.Start, e.End, "nested too deep");
            switch (e)
            {
                case YamlDotNet.Core.Events.Scalar s:
                    RefuseReference(s, at);
                    return new Scalar(at, s.Value, s.Style == ScalarStyle.Plain);
                case SequenceStart list:
                    RefuseReference(list, at);
                    var items = new List<Node>();
                    while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Read(depth + 1));
                    return new Sequence(at, items);
                case MappingStart map:
                    RefuseReference(map, at);
                    return new Mapping(at, Entries(depth + 1));
                default:
                    problems.Add(ReadingMessages.NoReference, at, e is AnchorAlias alias ? "*" + alias.Value : e.GetType().Name);
                    return new Scalar(at, "", plain: true);
            }
        }

        private List<(Scalar, Node)> Entries(int depth)
        {
            var entries = new List<(Scalar Key, Node Value)>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Read(depth);
                var value = Read(depth);
                if (key is not Scalar word)
                {
                    problems.Add(ReadingMessages.WrongShape, key.At, "key", key.Shape, Shapes.Text);
                    continue;
                }
                var first = entries.FindIndex(entry => entry.Key.Text == word.Text);
                if (first < 0) entries.Add((word, value));
                else problems.Add(ReadingMessages.DuplicateKey, word.At, word.Text, entries[first].Key.At.Line);
            }
            return entries;
        }

        private void RefuseReference(NodeEvent e, Location at)
        {
            if (!e.Anchor.IsEmpty) problems.Add(ReadingMessages.NoReference, at, "&" + e.Anchor.Value);
            if (!e.Tag.IsEmpty && e.Tag.Value != "!") problems.Add(ReadingMessages.NoReference, at, e.Tag.Value);
        }
    }
}
