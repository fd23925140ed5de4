using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Chronicle.Tests.Reading;

public class ReadingSpec
{
    private enum Colour { None, Red, DarkGreen }

    /// <summary>Reads one small table the way loaders do; the texts below are wrong in one place each.</summary>
    private static Problems Read(string text)
    {
        var problems = new Problems();
        if (YamlFile.Parse(text, "t.yaml", problems) is not { } root) return problems;
        var ids = new IdTable("thing", "物件");
        var top = new Fields(root, problems);
        top.OneOf("format", ["yanyun-things/1"]);
        foreach (var row in top.Rows("things"))
        {
            ids.Add(row.Slug("id"), row.Of("id"), problems);
            row.TextIfAny("name");
            row.WholeIfAny("men", 0, 500);
            row.ChoiceIfAny<Colour>("colour");
            row.DateIfAny("from");
            row.YesNo("boat", absent: false);
            row.IdIfAny("like", ids);
            row.Texts("tags");
            if (row.Has("lat")) row.Scaled("lat", 3, 18, 55);
            row.End();
        }
        top.End();
        return problems;
    }

    private const string Head = "format: yanyun-things/1\nthings:\n- {id: kaifeng, name: Kaifeng, men: 500}\n";

    [Theory]
    [InlineData("- {id: a, nmae: x}",
        "t.yaml:4:11: YAML003: unknown key 'nmae'; expected one of id, name, men, colour, from, boat, like, tags, lat; did you mean 'name'?")]
    [InlineData("- {id: a, name: x, name: y}", "t.yaml:4:20: YAML004: key 'name' again (first on line 4); expected each key once")]
    [InlineData("- {name: x}", "t.yaml:4:3: YAML005: key 'id' is missing; expected it here")]
    [InlineData("- {id: a, name: [x, y]}", "t.yaml:4:17: YAML006: 'name' is a list; expected text")]
    [InlineData("- just text", "t.yaml:4:3: YAML006: 'things' is text; expected a mapping")]
    [InlineData("- {id: a, men: 501}", "t.yaml:4:16: YAML007: 'men' is '501'; expected a whole number from 0 to 500")]
    [InlineData("- {id: a, men: 3.5}", "t.yaml:4:16: YAML007: 'men' is '3.5'; expected a whole number from 0 to 500")]
    [InlineData("- {id: a, men: 99999999999}", "t.yaml:4:16: YAML007: 'men' is '99999999999'; expected a whole number from 0 to 500")]
    [InlineData("- {id: a, lat: 34.79512}",
        "t.yaml:4:16: YAML008: 'lat' is '34.79512'; expected a number from 18 to 55 with at most 3 decimals")]
    [InlineData("- {id: a, lat: 1e400}", "t.yaml:4:16: YAML008: 'lat' is '1e400'; expected a number from 18 to 55 with at most 3 decimals")]
    [InlineData("- {id: a, colour: drak_green}",
        "t.yaml:4:19: YAML009: 'colour' is 'drak_green'; expected one of red, dark_green; did you mean 'dark_green'?")]
    [InlineData("- {id: a, colour: none}", "t.yaml:4:19: YAML009: 'colour' is 'none'; expected one of red, dark_green")]
    [InlineData("- {id: a, boat: maybe}", "t.yaml:4:17: YAML009: 'boat' is 'maybe'; expected one of yes, no")]
    [InlineData("- {id: a, like: kiafeng}",
        "t.yaml:4:17: YAML010: 'like' names no thing: 'kiafeng'; expected the id of a thing; did you mean 'kaifeng'?")]
    [InlineData("- {id: a, from: 1141-02-29}",
        "t.yaml:4:17: YAML011: 'from' is '1141-02-29'; expected a Julian day written yyyy-mm-dd, as 1140-06-15")]
    [InlineData("- {id: a, from: 1143-01-01}", "t.yaml:4:17: YAML012: 'from' is 1143-01-01; expected a day from 1111-01-01 to 1142-12-31")]
    [InlineData("- {id: a, name: \"\"}", "t.yaml:4:17: YAML013: 'name' is empty; expected text")]
    [InlineData("- {id: Kaifeng fu}", "t.yaml:4:8: YAML014: 'id' is 'Kaifeng fu'; expected an id of small letters, digits, '-' and '_'")]
    [InlineData("- {id: kaifeng}", "t.yaml:4:8: YAML015: id 'kaifeng' again (first at t.yaml:3:8); expected each id once")]
    [InlineData("- {id: a, name: &x y}",
        "t.yaml:4:17: YAML016: an anchor, alias or tag '&x'; expected plain values: the data is written out")]
    public void A_fault_is_told_with_its_spot_what_was_expected_and_the_nearest_word(string row, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(Head + row + "\n").All).Render(Language.English));

    [Fact]
    public void The_same_fault_is_told_in_Chinese() =>
        Assert.Equal("t.yaml:4:17: YAML010: 「like」所指的物件不存在：「kiafeng」；應為已有的物件的 id；是否為「kaifeng」？",
            Assert.Single(Read(Head + "- {id: a, like: kiafeng}\n").All).Render(Language.Chinese));

    [Theory]
    [InlineData("things:\n- {id: a", "YAML002")]
    [InlineData("things:\n\t- a", "YAML002")]
    [InlineData("", "YAML006")]
    [InlineData("- a\n- b", "YAML006")]
    public void What_is_not_a_YAML_mapping_is_one_located_problem(string text, string code)
    {
        var problem = Assert.Single(Read(text).All);
        Assert.Equal(code, problem.Code);
        Assert.True(problem.At is { File: "t.yaml", Line: > 0, Column: > 0 });
    }

    [Fact]
    public void A_broken_row_is_quoted() =>
        Assert.Equal("t.yaml:5:1: YAML002: not YAML near '- {id: a'; expected 'key: value' lines, '- ' rows or '{key: value}'",
            Assert.Single(Read(Head + "- {id: a\n").All).ToString());

    [Fact]
    public void A_file_nested_without_end_is_a_fault_and_not_a_crash() =>
        Assert.Equal("YAML002", Assert.Single(Read("things: " + new string('[', 100_000)).All).Code);

    [Fact]
    public void A_number_beyond_all_bounds_is_a_fault_and_not_a_crash() =>
        Assert.Equal("YAML008", Assert.Single(Read(Head + "- {id: a, lat: 79228162514264337593543950335}\n").All).Code);

    [Fact]
    public void A_missing_file_is_a_problem_too()
    {
        var problems = new Problems();
        Assert.Null(YamlFile.Open("no/such/places.yaml", "no/such/places.yaml", problems));
        Assert.Equal("no/such/places.yaml: YAML001: the file is missing; expected places.yaml", Assert.Single(problems.All).ToString());
    }

    [Fact]
    public void One_reading_tells_all_faults_of_a_file() =>
        Assert.Equal(["YAML014", "YAML007", "YAML003"], Read(Head + "- {id: A, men: x}\n- {id: b, mem: 4}\n").All.Select(p => p.Code));

    [Fact]
    public void Flow_and_block_rows_read_alike() =>
        Assert.True(Read(Head + "- id: a\n  name: 開封\n  tags: [x, y]\n  from: 1140-02-29\n  boat: yes\n").Clean);

    [Theory]
    [InlineData("kiafeng", "kaifeng")]
    [InlineData("KAIFENG", "kaifeng")]
    [InlineData("luoyan", "luoyang")]
    [InlineData("xq", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_few_slips_away_or_none(string word, string? expected)
    {
        Assert.Equal(expected, Nearest.To(word, ["kaifeng", "luoyang", "linan"]));
        Assert.Equal(expected, Nearest.To(word, ["linan", "luoyang", "kaifeng"]));
    }
}
