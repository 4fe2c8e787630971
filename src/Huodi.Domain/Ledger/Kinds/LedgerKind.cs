namespace Huodi.Domain.Ledger.Kinds;

/// <summary>The declared shape of one kind of entry; forms, import, interface and timeline come from it.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="English">English identifier, which entries carry.</param>
/// <param name="Stage">招商, 供地, 监管, 处置 or 退出.</param>
/// <param name="Subjects">What it may be about.</param>
/// <param name="Articles">Ids of the articles it serves.</param>
/// <param name="Evidence">The document that evidences it.</param>
/// <param name="Note">What to mind; may be empty.</param>
/// <param name="Fields">Fields in order.</param>
/// <param name="Effects">What it does to facts.</param>
/// <param name="Line">Line of the declaration, from 1.</param>
/// <param name="Through">The command that alone records it (案件 or 文书), because its entries belong together; empty for most.</param>
public sealed record LedgerKind(
    string Name,
    string English,
    string Stage,
    IReadOnlyList<LedgerSubjectKind> Subjects,
    IReadOnlyList<string> Articles,
    string Evidence,
    string Note,
    IReadOnlyList<LedgerField> Fields,
    IReadOnlyList<FactEffect> Effects,
    int Line,
    string Through = "")
{
    /// <summary>Whether an entry is taken back only, and never corrected.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The decision that an entry's own fields must not fail; empty for none.</summary>
    public string Standard { get; init; } = "";
}
