using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>A fault of the program is owned to: exit code 3, a sentence that says so, and no stack trace unless it is asked for.</summary>
public class FaultSpec
{
    /// <summary>A verb with a bug: it says half of its answer and then divides by zero.</summary>
    private sealed class Faulty(Exception? fault = null) : IVerb
    {
        public VerbSpec Spec { get; } = new("march", new("a verb with a bug", "有錯的動詞"), [], [], []);

        public Exit Run(Call call)
        {
            call.Out.WriteLine("half an answer");
            if (fault is not null) throw fault;
            return (Exit)(1 / call.Given.Words.Count);
        }
    }

    /// <summary>An output on which nothing more can be written, as on a full disk.</summary>
    private sealed class FullDisk : StringWriter
    {
        public override void Flush() => throw new IOException("No space left on device");
    }

    [Theory]
    [InlineData("C", "yanyun: CLI090: a fault of Yanyun, not of yours: Attempted to divide by zero.; expected none: please report it")]
    [InlineData("zh_TW.UTF-8", "yanyun: CLI090: 這是燕雲的錯誤，並非使用有誤：Attempted to divide by zero.；不應發生：請附命令行回報")]
    public void A_bug_is_exit_code_3_and_a_sentence_that_owns_to_it(string lang, string said)
    {
        var (exit, output, error) = Call(new Faulty(), lang);
        Assert.Equal(3, (int)exit);
        Assert.StartsWith(said, error);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Equal("half an answer\n", output);
    }

    [Fact]
    public void Whoever_asks_for_it_is_shown_where_the_bug_is()
    {
        var (exit, _, error) = Call(new Faulty(), "C", debug: "1");
        Assert.Equal(Exit.OurFault, exit);
        Assert.Contains($"at {typeof(Faulty).FullName!.Replace('+', '.')}.Run", error);
    }

    [Theory]
    [InlineData("C", "yanyun: CLI092: the machine did not let it be read or written: No space left on device; expected room on the disk")]
    [InlineData("zh_TW.UTF-8", "yanyun: CLI092: 系統不允許讀寫：No space left on device；應有磁碟空間與使用權限")]
    public void A_full_disk_is_no_bug(string lang, string said)
    {
        var (exit, _, error) = Call(new Faulty(new IOException("No space left on device")), lang);
        Assert.Equal(Exit.NotHere, exit);
        Assert.StartsWith(said, error);

        using var full = new FullDisk();
        using var told = new StringWriter();
        Assert.Equal(Exit.NotHere, FrontDoor.Open(["--help"], full, told, name => name == "LANG" ? lang : null));
        Assert.StartsWith(said, told.ToString());
    }

    [Fact]
    public void A_bug_is_not_made_smaller_by_a_full_disk()
    {
        using var full = new FullDisk();
        Assert.Equal(Exit.OurFault, FrontDoor.Open([new Faulty()], ["march"], full, TextWriter.Null, _ => null));
    }

    private static (Exit Exit, string Out, string Error) Call(IVerb verb, string lang, string? debug = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = FrontDoor.Open([verb], ["march"], output, error, name => name == "LANG" ? lang : debug);
        return (exit, output.ToString(), error.ToString());
    }
}
