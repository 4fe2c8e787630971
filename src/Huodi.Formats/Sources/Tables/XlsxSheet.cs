using Huodi.App.Imports;

namespace Huodi.Formats.Sources.Tables;

/// <summary>One sheet of an opened workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Reads its rows from the beginning, each time it is called.</param>
/// <param name="HeaderSpan">How many rows a header takes, by its first row.</param>
/// <param name="Warnings">What was found about the workbook; more may be added while it is read.</param>
/// <param name="Book">Disposed of with the sheet.</param>
internal sealed record XlsxSheet(
    string Name, Func<CancellationToken, IEnumerable<TableRow>> Rows, Func<int, int> HeaderSpan, List<ImportDiagnostic> Warnings, IDisposable Book) : IDisposable
{
    public void Dispose() => Book.Dispose();
}
