namespace Huodi.Policies.Packages;

/// <summary>A procedure of the law: steps in order, with who does them, until when, and what follows.</summary>
/// <param name="Id"><c>row/name</c>, for example <c>CN-53-04/闲置土地处置</c>.</param>
/// <param name="ArticleId">Article it stands in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">Steps in the order of the document; the first begins the case.</param>
/// <param name="Ends">Procedures that it ends; empty for most.</param>
/// <param name="Note">What to mind, and where the text is silent; may be empty.</param>
/// <param name="Line">Line of the block in the document, from 1.</param>
public sealed record Procedure(
    string Id, string ArticleId, string Name, IReadOnlyList<ProcedureStep> Steps, IReadOnlyList<ProcedureEnd> Ends, string Note, int Line)
{
    /// <summary>The fact that says that it runs, or null.</summary>
    public string? Running { get; init; }

    /// <summary>Whether it runs as a case: its steps say more than their order.</summary>
    public bool IsDetailed => Steps.Any(s => s.DayFact is not null || s.Deadline is not null || s.Next.Count > 1 || s.Documents.Count > 0 || s.Sets.Count > 0);
}
