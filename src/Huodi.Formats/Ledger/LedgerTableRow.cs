using Huodi.App.Imports;
using Huodi.App.Ledger.Recording;
using Huodi.Domain.Ledger;

namespace Huodi.Formats.Ledger;

/// <summary>One row of a ledger table.</summary>
/// <param name="Row">Line in the file, from 1.</param>
/// <param name="Draft">What it records, or null when it cannot be read.</param>
/// <param name="Faults">Why it cannot.</param>
/// <param name="Written">What stands in it word for word, to be read with everything that is wrong; null where <paramref name="Draft"/> is ready.</param>
public sealed record LedgerTableRow(int Row, LedgerDraft? Draft, IReadOnlyList<ImportDiagnostic> Faults, WrittenEntry? Written = null);
