namespace Huodi.Policies.Explaining;

/// <summary>The result of a step, taken apart for reading: what came of it, how it was worked out, and from which values.</summary>
/// <param name="Came">What came of it, for example 不成立 or 2020-03-01.</param>
/// <param name="Formula">The expression of a calculation; empty for a condition.</param>
/// <param name="Values">The values it read; may be empty.</param>
public sealed record ReasonResult(string Came, string Formula, string Values)
{
    /// <summary>Reads <c>came（values）</c> or <c>formula = came（values）</c>. A text of another shape is shown whole.</summary>
    public static ReasonResult Of(string result)
    {
        result = FeelWords.Of(result);
        var open = result.EndsWith('）') ? result.IndexOf('（', StringComparison.Ordinal) : -1;
        var head = open > 0 ? result[..open] : result;
        var values = open > 0 ? result[(open + 1)..^1] : "";
        var equals = head.LastIndexOf(" = ", StringComparison.Ordinal);
        return equals > 0
            ? new ReasonResult(head[(equals + 3)..], head[..equals], values)
            : new ReasonResult(head, "", values);
    }
}
