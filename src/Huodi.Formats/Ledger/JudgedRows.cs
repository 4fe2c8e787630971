using Huodi.App.Imports;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Recording;
using Huodi.Domain.Ledger;

namespace Huodi.Formats.Ledger;

/// <summary>The rows of a table after each was checked against its kind.</summary>
/// <param name="Drafts">What can be recorded, in the file's order.</param>
/// <param name="Faults">Why other rows cannot, row by row.</param>
public sealed record JudgedRows(IReadOnlyList<LedgerDraft> Drafts, IReadOnlyList<ImportDiagnostic> Faults)
{
    /// <summary>How many rows are refused.</summary>
    public int Refused => Faults.Select(f => f.Row).Distinct().Count();

    /// <summary>Checks the rows.</summary>
    /// <param name="rows">The rows as read.</param>
    /// <param name="read">Reads what is written in a row.</param>
    /// <param name="check">Checks what is ready.</param>
    /// <param name="today">The day on which they are recorded.</param>
    public static JudgedRows Of(IEnumerable<LedgerTableRow> rows, ReadEntry read, EntryCheck check, DateOnly today)
    {
        var (drafts, faults) = (new List<LedgerDraft>(), new List<ImportDiagnostic>());
        foreach (var row in rows)
        {
            var (draft, wrong) = row switch
            {
                { Written: { } written } => read.Read(written, today),
                { Draft: { } ready } => (ready, check.Check(ready, today)),
                _ => (null, []),
            };
            faults.AddRange([.. row.Faults, .. wrong.Select(f => Of(row.Row, f))]);
            if (row.Faults.Count + wrong.Count == 0 && draft is not null) drafts.Add(draft);
        }

        return new(drafts, faults);
    }

    private static ImportDiagnostic Of(int row, EntryFault fault) => new(row, fault.Field, fault.Code, ImportSeverity.Error, fault.Message, fault.Suggestion);
}
