using System.Reflection;
using System.Text.RegularExpressions;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Reading;

/// <summary>A fault cannot be raised without a <see cref="Message"/>; this holds every message of the room to the house rules.</summary>
public partial class MessageSpec
{
    public static TheoryData<string, string, string> All()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var type in typeof(Message).Assembly.GetTypes())
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                if (field.FieldType == typeof(Message) && field.GetValue(null) is Message m) data.Add(m.Code, m.English, m.Chinese);
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_code_speaks_both_languages_and_says_what_was_expected(string code, string english, string chinese)
    {
        Assert.Matches("^[A-Z]+[0-9]{3}$", code);
        Assert.DoesNotMatch(Han(), english);
        Assert.Matches(Han(), chinese);
        Assert.Contains("; ", english);
        Assert.Contains("；", chinese);
        Assert.Equal(HolesOf(english), HolesOf(chinese));
    }

    private static IEnumerable<string> HolesOf(string text) => Holes().Matches(text).Select(m => m.Value).Distinct().Order();

    [Fact]
    public void No_code_is_given_twice()
    {
        var codes = All().Select(row => row.Data.Item1).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Distinct(), codes);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Holes();
}
