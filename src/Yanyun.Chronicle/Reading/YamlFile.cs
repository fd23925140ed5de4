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
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
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
            problems.Add(ReadingMessages.Syntax, at, e.InnerException?.Message ?? e.Message);
        }
        return null;
    }

    private readonly struct Builder(Parser parser, string name, Problems problems)
    {
        public Node Read()
        {
            var e = parser.Consume<ParsingEvent>();
            var at = new Location(name, (int)e.Start.Line, (int)e.Start.Column);
            switch (e)
            {
                case YamlDotNet.Core.Events.Scalar s:
                    RefuseReference(s, at);
                    return new Scalar(at, s.Value, s.Style == ScalarStyle.Plain);
                case SequenceStart list:
                    RefuseReference(list, at);
                    var items = new List<Node>();
                    while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Read());
                    return new Sequence(at, items);
                case MappingStart map:
                    RefuseReference(map, at);
                    return new Mapping(at, Entries());
                default:
                    problems.Add(ReadingMessages.NoReference, at, e is AnchorAlias alias ? "*" + alias.Value : e.GetType().Name);
                    return new Scalar(at, "", plain: true);
            }
        }

        private List<(Scalar, Node)> Entries()
        {
            var entries = new List<(Scalar Key, Node Value)>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Read();
                var value = Read();
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
