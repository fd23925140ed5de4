using System.Text.Json;
using Yanyun.Cli.Front;

namespace Cli.Tests;

/// <summary>What view shows of a seat: what a house would show it, from the run alone.</summary>
public class ViewSpec
{
    private const string Seat = "song-hubei-jingxi-command";

    private static readonly Lazy<string> s_war = new(() =>
    {
        var record = Path.Combine(Fixtures.Scratch, "viewed.yanyun");
        Assert.Equal(Exit.Done, Answer.To(["replay", "1140-henan", "--seed", "3", "--until", "1140-06-15", "--record", record]).Exit);
        return record;
    });

    [Fact]
    public void A_scenario_by_its_seed_and_the_record_of_that_run_give_the_same_view_on_any_day()
    {
        foreach (var day in (string[])["1139-08-30", "1139-11-20"])
            Assert.Equal(Json("view", "1140-henan", Seat, "--seed", "3", "--until", day), Json("view", s_war.Value, Seat, "--until", day));
        Assert.Equal(Json("view", s_war.Value, Seat, "--until", "1140-06-15"), Json("view", s_war.Value, Seat));
    }

    [Fact]
    public void It_has_who_looks_when_and_what_every_view_has()
    {
        var view = JsonDocument.Parse(Json("view", s_war.Value, Seat)).RootElement;
        Assert.Equal("1140-henan", view.GetProperty("scenario").GetString());
        Assert.Equal(3, view.GetProperty("seed").GetInt32());
        Assert.Equal(323, view.GetProperty("day").GetInt32());
        Assert.Equal("1140-06-15", view.GetProperty("date").GetString());
        Assert.Equal(Seat, view.GetProperty("seat").GetString());
        foreach (var part in (string[])["office", "places", "forces", "commands", "agents", "peace", "secrets", "men", "why"]) view.GetProperty(part);
        var own = view.GetProperty("forces").EnumerateObject().Where(force => force.Value.GetProperty("own").GetBoolean()).ToList();
        Assert.NotEmpty(own);
        // Whatever it ordered has its cause: the order, in both languages.
        var ordered = own.Where(force => force.Value.GetProperty("ordered").GetString() != "-").ToList();
        Assert.NotEmpty(ordered);
        foreach (var force in ordered)
        {
            var last = view.GetProperty("why").GetProperty(force.Name).EnumerateArray().Last();
            Assert.True(last.GetProperty("decided").GetBoolean());
            Assert.Equal(force.Value.GetProperty("ordered").GetString(), last.GetProperty("day").GetString());
            Assert.NotEqual(last.GetProperty("en").GetString(), last.GetProperty("zh").GetString());
        }
    }

    [Theory]
    [InlineData("en", "Its own forces", "because"), InlineData("zh", "所部", "因為")]
    public void It_is_told_in_sentences_too(string language, string heading, string because)
    {
        var answer = Answer.To(["view", s_war.Value, Seat, "--lang", language]);
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains(heading, answer.Out);
        Assert.Contains("└─ " + because, answer.Out);
        if (language == "zh") Assert.DoesNotMatch("[A-Za-z]{3,}", string.Join('\n', answer.Out.Split('\n')[1..]));
    }

    private static string Json(params string[] line)
    {
        var answer = Answer.To([.. line, "--json"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return answer.Out;
    }
}
