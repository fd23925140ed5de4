using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Orders;

/// <summary>A field of an order as it is written: <c>force=yue-beiwei</c>.</summary>
/// <param name="Name">In small letters with dashes: <c>KeepDays</c> is <c>keep-days</c>.</param>
/// <param name="Type">The Engine's type of the value.</param>
/// <param name="Absent">The word taken when the field is not written; null when it must be.</param>
/// <param name="Min">Least whole number, for counts.</param>
/// <param name="Max">Greatest whole number, for counts.</param>
public sealed record OrderField(string Name, Type Type, string? Absent, int Min, int Max);

/// <summary>One kind of order as records and the command line write it: a verb and its fields.</summary>
public abstract class OrderVerb(OrderKind kind, string word, IReadOnlyList<OrderField> fields)
{
    public OrderKind Kind { get; } = kind;

    /// <summary>The verb: <c>burn-bridge</c>.</summary>
    public string Word { get; } = word;

    /// <summary>The fields, in the order of the Engine's type.</summary>
    public IReadOnlyList<OrderField> Fields { get; } = fields;

    /// <summary>The order with these values, one for each field, each of the field's type.</summary>
    public abstract Order Make(SeatId seat, object[] values);

    /// <summary>The values of an order of this kind, one for each field.</summary>
    public abstract object[] ValuesOf(in Order order);
}

/// <summary>The closed list of verbs; a test fails when an order kind has none.</summary>
public static class OrderVerbs
{
    public static readonly IReadOnlyList<OrderVerb> All =
    [
        Of<Engine.Rules.March>("march", ("pace", "usual")),
        Of<Engine.Rules.Take>("take", ("keep-days", "10")),
        Of<Engine.Rules.Hold>("hold"),
        Of<Engine.Rules.Relieve>("relieve"),
        Of<Engine.Rules.Follow>("follow"),
        Of<Engine.Rules.Harass>("harass"),
        Of<Engine.Rules.Withdraw>("withdraw"),
        Of<Engine.Rules.Escort>("escort", ("days", "5")),
        Of<Engine.Rules.SetStance>("stance"),
        Of<Engine.Rules.BurnBridge>("burn-bridge"),
        Of<Engine.Rules.Summon>("summon"),
        Of<Engine.Rules.Storm>("storm"),
        Of<Engine.Rules.Sally>("sally"),
        Of<Engine.Rules.Lift>("lift"),
        Of<Engine.Rules.Convoy>("convoy"),
        Of<Engine.Rules.RideWith>("ride-with"),
        Of<Engine.Rules.StayAt>("stay-at"),
        Of<Engine.Rules.Direct>("direct"),
        Of<Engine.Rules.Grant>("grant"),
        Of<Engine.Rules.Inform>("inform"),
        Of<Engine.Rules.Renounce>("renounce"),
        Of<Engine.Rules.Appoint>("appoint"),
        Of<Engine.Rules.Rouse>("rouse"),
        Of<Engine.Rules.Entice>("entice"),
        Of<Engine.Rules.Tempt>("tempt"),
        Of<Engine.Rules.Propose>("propose"),
        Of<Engine.Rules.Accept>("accept"),
        Of<Engine.Rules.Decline>("decline"),
        Of<Engine.Rules.Argue>("argue"),
        Of<Engine.Rules.Dismiss>("dismiss"),
        Of<Engine.Rules.Arrest>("arrest"),
        Of<Engine.Rules.Execute>("execute"),
        Of<Engine.Rules.Ordain>("fate"),
        Of<Engine.Rules.Impose>("impose"),
        Of<Engine.Rules.Strike>("strike"),
        Of<Engine.Rules.Part>("part"),
    ];

    public static readonly IReadOnlyList<string> Words = [.. All.Select(verb => verb.Word)];

    /// <summary>Those that a seat can give; the rest belong to a reconstructed past.</summary>
    public static readonly IReadOnlyList<string> OfSeats = [.. All.Where(verb => !Engine.Rules.FateRule.Owns(verb.Kind)).Select(verb => verb.Word)];

    private static readonly FrozenDictionary<string, OrderVerb> s_byWord = All.ToFrozenDictionary(verb => verb.Word, StringComparer.Ordinal);
    private static readonly FrozenDictionary<OrderKind, OrderVerb> s_byKind = All.ToFrozenDictionary(verb => verb.Kind);

    public static OrderVerb? Find(string word) => s_byWord.GetValueOrDefault(word);

    public static OrderVerb Of(OrderKind kind) => s_byKind[kind];

    private static OrderVerb Of<T>(string word, params (string Field, string Absent)[] defaults) where T : unmanaged, IOrder =>
        new Typed<T>(word, defaults);

    private sealed class Typed<T>(string word, (string Field, string Absent)[] defaults)
        : OrderVerb(T.Kind, word, [.. Parameters.Select(p => FieldOf(p, defaults))]) where T : unmanaged, IOrder
    {
        private static readonly ConstructorInfo Constructor = typeof(T).GetConstructors().Single(c => c.GetParameters().Length > 0);
        private static readonly ParameterInfo[] Parameters = Constructor.GetParameters();
        private static readonly PropertyInfo[] Properties = [.. Parameters.Select(p => typeof(T).GetProperty(p.Name!)!)];

        public override Order Make(SeatId seat, object[] values) => Order.Of(seat, (T)Constructor.Invoke(values));

        public override object[] ValuesOf(in Order order)
        {
            object boxed = order.As<T>();
            return [.. Properties.Select(property => property.GetValue(boxed)!)];
        }

        private static OrderField FieldOf(ParameterInfo parameter, (string Field, string Absent)[] defaults)
        {
            var name = OrderWords.Dashed(parameter.Name!);
            var (min, max) = name switch { "days" => (1, 30), "keep-days" => (0, 120), "shi" => (1, 10_000_000), "strings" => (1, 10_000_000), "silver" or "silk" => (0, Engine.Rules.TreatyRule.MostThousands), _ => (0, 0) };
            return new(name, parameter.ParameterType, defaults.FirstOrDefault(d => d.Field == name).Absent, min, max);
        }
    }
}

/// <summary>Faults of a written order.</summary>
public static class OrderMessages
{
    public static readonly Message UnknownVerb = new("ORD001", Severity.Error,
        "no order is called '{0}'; expected one of {1}",
        "沒有命令「{0}」；應為下列之一：{1}");
    public static readonly Message UnknownField = new("ORD002", Severity.Error,
        "'{0}' is no part of the order '{1}'; expected {2}",
        "「{0}」不屬於命令「{1}」；應為 {2}");
    public static readonly Message MissingField = new("ORD003", Severity.Error,
        "the order '{0}' lacks '{1}'; expected {1}={2}",
        "命令「{0}」缺少「{1}」；應寫 {1}={2}");
    public static readonly Message FieldTwice = new("ORD004", Severity.Error,
        "'{0}' is said twice; expected it once",
        "「{0}」出現兩次；只可出現一次");
    public static readonly Message NotPair = new("ORD005", Severity.Error,
        "'{0}' is not key=value; expected a word like force=yue-beiwei",
        "「{0}」不是 key=value；應如 force=yue-beiwei");
    public static readonly Message UnknownId = new("ORD006", Severity.Error,
        "'{0}' names no {1}: '{2}'; expected the id of a {1}",
        "「{0}」所指的{1}不存在：「{2}」；應為已有的{1}的 id");
    public static readonly Message NotChoice = new("ORD007", Severity.Error,
        "'{0}' is '{1}'; expected one of {2}",
        "「{0}」為「{1}」；應為下列之一：{2}");
    public static readonly Message NotWhole = new("ORD008", Severity.Error,
        "'{0}' is '{1}'; expected a whole number from {2} to {3}",
        "「{0}」為「{1}」；應為 {2} 至 {3} 的整數");
}
