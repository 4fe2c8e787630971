using Huodi.App.Imports;

namespace Huodi.Formats;

/// <summary>What was found in one row or feature. One error is enough to refuse it; all are listed.</summary>
internal sealed class Findings(int row)
{
    private readonly List<ImportDiagnostic> _all = [];

    public int Row => row;

    public IReadOnlyList<ImportDiagnostic> All => _all;

    public bool HasErrors { get; private set; }

    public void Add(ImportDiagnostic found)
    {
        HasErrors |= found.Severity == ImportSeverity.Error;
        _all.Add(found);
    }

    public void Error(string column, string code, string message, string suggestion)
    {
        HasErrors = true;
        _all.Add(new(row, column, code, ImportSeverity.Error, message, suggestion));
    }

    public void Warning(string column, string code, string message, string suggestion) =>
        _all.Add(new(row, column, code, ImportSeverity.Warning, message, suggestion));
}
