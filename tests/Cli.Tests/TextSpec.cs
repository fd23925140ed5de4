using System.Reflection;
using System.Text.RegularExpressions;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;
using Yanyun.Engine;

namespace Cli.Tests;

/// <summary>Everything the program says exists in both languages.</summary>
public partial class TextSpec
{
    [Fact]
    public void Every_message_has_a_code_of_its_own_both_languages_and_the_same_holes()
    {
        var messages = typeof(Exit).Assembly.GetTypes().SelectMany(Statics<Message>).ToList();
        Assert.NotEmpty(messages);
        Assert.Equal(messages.Count, messages.Select(message => message.Code).Distinct().Count());
        foreach (var message in messages)
        {
            Spoken(message.English, message.Chinese, message.Code);
            Assert.Contains("; ", message.English);
            Assert.Contains("；", message.Chinese);
            Assert.Equal(HolesOf(message.English), HolesOf(message.Chinese));
        }
    }

    [Fact]
    public void Every_text_of_help_exists_in_both_languages()
    {
        foreach (var text in typeof(Exit).Assembly.GetTypes().SelectMany(Statics<Bilingual>)) Spoken(text.English, text.Chinese, text.English);
        foreach (var verb in FrontDoor.Verbs)
        {
            Spoken(verb.Spec.Summary.English, verb.Spec.Summary.Chinese, verb.Spec.Name);
            foreach (var option in verb.Spec.AllOptions) Spoken(option.Help.English, option.Help.Chinese, option.Name);
            foreach (var slot in verb.Spec.Positionals) Spoken(slot.Help.English, slot.Help.Chinese, slot.Value);
        }
    }

    [Fact]
    public void Every_code_of_refusal_has_a_sentence_and_those_of_the_desk_a_remedy()
    {
        foreach (var code in Enum.GetValues<Code>())
        {
            var text = CodeText.Of(code);
            Spoken(text.Sentence.English, text.Sentence.Chinese, code.ToString());
            if (code is > Code.Accepted and < Code.Obeys) Spoken(text.Remedy!.English, text.Remedy.Chinese, code.ToString());
        }
    }

    [Fact]
    public void Every_kind_of_order_has_a_verb()
    {
        Assert.Equal(Enum.GetValues<OrderKind>().Where(kind => kind != OrderKind.None).Order(), OrderVerbs.All.Select(verb => verb.Kind).Order());
        Assert.Equal(OrderVerbs.Words.Distinct(), OrderVerbs.Words);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Help_names_every_verb_and_every_verb_has_its_page(string language)
    {
        var all = Answer.To(["--help", "--lang", language]);
        Assert.Equal(Exit.Done, all.Exit);
        foreach (var verb in FrontDoor.Verbs)
        {
            Assert.Contains($"  {verb.Spec.Name} ", all.Out);
            var page = Answer.To([verb.Spec.Name, "--help", "--lang", language]);
            Assert.Equal(Exit.Done, page.Exit);
            foreach (var option in verb.Spec.AllOptions) Assert.Contains(option.Name, page.Out);
        }
    }

    [Theory]
    [InlineData("treaty"), InlineData("cases"), InlineData("arena"), InlineData("worker")]
    public void A_verb_of_a_later_stage_is_not_in_help_and_names_the_nearest(string verb)
    {
        Assert.DoesNotContain($"  {verb} ", Answer.To("--help").Out);
        var answer = Answer.To(verb);
        Assert.Equal(Exit.WrongUsage, answer.Exit);
        Assert.Matches("did you mean '(" + string.Join('|', FrontDoor.Verbs.Select(known => known.Spec.Name)) + ")'", answer.Error);
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", "沒有動詞"), InlineData("en_GB.UTF-8", "no verb"), InlineData("C", "no verb")]
    public void The_language_is_that_of_LANG_unless_the_line_says_another(string lang, string said)
    {
        Assert.Contains(said, Answer.To("plunder", lang).Error);
        Assert.Contains("no verb", Answer.To("plunder --lang en", lang).Error);
        Assert.Contains("沒有動詞", Answer.To("--lang=zh plunder", lang).Error);
    }

    private static void Spoken(string english, string chinese, string what)
    {
        Assert.False(string.IsNullOrWhiteSpace(english), what);
        Assert.Matches(Han(), chinese);
    }

    private static IEnumerable<T> Statics<T>(Type type) where T : class => type
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => field.FieldType == typeof(T)).Select(field => (T)field.GetValue(null)!);

    private static IEnumerable<string> HolesOf(string text) => Holes().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Holes();
}
