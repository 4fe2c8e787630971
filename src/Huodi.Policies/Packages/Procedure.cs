namespace Huodi.Policies.Packages;

/// <summary>A procedure of the law: steps in order, with who does them, until when, and what follows.</summary>
/// <param name="Id"><c>row/name</c>, for example <c>CN-53-04/闲置土地处置</c>.</param>
/// <param name="ArticleId">Article it stands in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">Steps in the order of the document; the first begins the case.</param>
/// <param name="Ends">Procedures that end when a decision holds, by procedure id; empty for most.</param>
/// <param name="Line">Line of the block in the document, from 1.</param>
public sealed record Procedure(
    string Id, string ArticleId, string Name, IReadOnlyList<ProcedureStep> Steps, IReadOnlyList<KeyValuePair<string, string>> Ends, int Line);
