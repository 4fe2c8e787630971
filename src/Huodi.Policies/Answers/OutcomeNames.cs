namespace Huodi.Policies.Answers;

/// <summary>The two spellings of an outcome: the contract's and the official's.</summary>
public static class OutcomeNames
{
    private static readonly (Outcome Outcome, string Code, string Chinese)[] Names =
    [
        (Outcome.Value, "value", "得出结果"),
        (Outcome.Met, "met", "符合"),
        (Outcome.NotMet, "notMet", "不符合"),
        (Outcome.NeedsFacts, "needsFacts", "待补充材料"),
        (Outcome.NeedsDetermination, "needsDetermination", "须人工认定"),
        (Outcome.NotApplicable, "notApplicable", "不适用"),
        (Outcome.NotInForce, "notInForce", "不在施行期"),
    ];

    /// <summary>All outcomes in the order of the contract.</summary>
    public static IReadOnlyList<Outcome> All { get; } = [.. Names.Select(n => n.Outcome)];

    /// <summary>The contract's spelling, for example <c>needsFacts</c>.</summary>
    public static string Code(this Outcome outcome) => Names.First(n => n.Outcome == outcome).Code;

    /// <summary>The Chinese name, for example 待补充材料.</summary>
    public static string Chinese(this Outcome outcome) => Names.First(n => n.Outcome == outcome).Chinese;

    /// <summary>The Chinese name of a contract spelling; the text itself when there is none.</summary>
    public static string Chinese(string code) => Names.FirstOrDefault(n => n.Code == code).Chinese ?? code;
}
