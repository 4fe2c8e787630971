namespace Huodi.Policies.Packages;

/// <summary>One step of a procedure.</summary>
/// <param name="Name">What is done, for example 下达《闲置土地认定书》; unique in its procedure.</param>
/// <param name="Roles">Who may do it; the procedure's roles where the step names none.</param>
/// <param name="Documents">What must be at hand when it is recorded; empty when the law names nothing.</param>
/// <param name="Letter">Name of the letter template it sends, or null.</param>
/// <param name="DayFact">Date fact that its day becomes, or null.</param>
/// <param name="Deadline">Id of the decision that gives the last day for it, or null.</param>
/// <param name="Next">Step that follows, by outcome; an empty text ends the case.</param>
/// <param name="Line">Line in the document, from 1.</param>
public sealed record ProcedureStep(
    string Name,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Documents,
    string? Letter,
    string? DayFact,
    string? Deadline,
    IReadOnlyList<KeyValuePair<string, string>> Next,
    int Line)
{
    /// <summary>Documents that must be at hand where a fact holds, by document; the fact is a yes or no.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DocumentsWhen { get; init; } = [];

    /// <summary>Fields of the entry that must be filled in, such as 文号; names of the dictionary.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Fields that must be filled in for an outcome: outcome and field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FieldsWhen { get; init; } = [];

    /// <summary>Facts that it sets besides <see cref="DayFact"/>.</summary>
    public IReadOnlyList<StepFact> Sets { get; init; } = [];

    /// <summary>Name of the kind of ledger entry that records the same event where there is no case, or null.</summary>
    public string? SameAs { get; init; }

    /// <summary>The outcome of a step that can only be done.</summary>
    public const string Done = "完成";

    /// <summary>What a document writes where no step follows.</summary>
    public const string End = "结案";
}
