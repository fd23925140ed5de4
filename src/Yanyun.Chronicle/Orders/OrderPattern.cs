using Yanyun.Engine;

namespace Yanyun.Chronicle.Orders;

/// <summary>Orders of one kind, or of any, some of whose fields have given values: what an experiment looks for among what seats say.</summary>
/// <param name="kind">None: any kind.</param>
/// <param name="fields">Names and values; an order without such a field does not match.</param>
public sealed class OrderPattern(OrderKind kind, IReadOnlyList<(string Name, object Value)> fields)
{
    public OrderKind Kind => kind;

    public bool Matches(in Order order)
    {
        if (order.Kind == OrderKind.None || (kind != OrderKind.None && order.Kind != kind)) return false;
        if (fields.Count == 0) return true;
        var verb = OrderVerbs.Of(order.Kind);
        var values = verb.ValuesOf(order);
        foreach (var (name, value) in fields)
        {
            var at = IndexOf(verb, name);
            if (at < 0 || !values[at].Equals(value)) return false;
        }
        return true;
    }

    private static int IndexOf(OrderVerb verb, string name)
    {
        for (var i = 0; i < verb.Fields.Count; i++)
            if (verb.Fields[i].Name == name) return i;
        return -1;
    }
}
