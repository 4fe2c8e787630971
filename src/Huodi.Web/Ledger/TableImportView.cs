using Huodi.App.Imports;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Formats.Ledger;
using Huodi.Web.Hosting;

namespace Huodi.Web.Ledger;

/// <summary>Importing a table of entries: before a file is chosen, after it is checked, after it is recorded.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Kind">The kind chosen, or null.</param>
/// <param name="Who">Who records.</param>
/// <param name="WhoFaults">What is wrong with who records.</param>
/// <param name="File">Name of the file; empty before one is chosen.</param>
/// <param name="Content">The file, base64; empty when it is not to be sent again.</param>
/// <param name="Refusal">Why the file as a whole is refused, or null.</param>
/// <param name="Rows">Its rows, or null.</param>
/// <param name="Recorded">What was recorded, or null.</param>
public sealed record TableImportView(
    LedgerKinds Kinds,
    LedgerKind? Kind,
    Recorder Who,
    IReadOnlyList<EntryFault> WhoFaults,
    string File,
    string Content,
    ImportDiagnostic? Refusal,
    JudgedRows? Rows,
    IReadOnlyList<AppendedEntry>? Recorded)
{
    /// <summary>Subjects of its rows that neither a register nor the ledger has heard of.</summary>
    public IReadOnlyList<LedgerSubject> Unheard { get; init; } = [];
}
