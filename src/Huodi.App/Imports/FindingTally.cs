namespace Huodi.App.Imports;

/// <summary>Counts what an import finds, in memory that does not grow with the file.</summary>
public sealed class FindingTally
{
    private readonly Dictionary<(string Code, ImportSeverity Severity), int> _counts = [];

    /// <summary>Rows refused so far.</summary>
    public int Refused { get; private set; }

    /// <summary>Diagnostics so far of rows that were kept, and of the file.</summary>
    public int Warnings { get; private set; }

    /// <summary>What was found how often, the most frequent first.</summary>
    public IReadOnlyList<FindingCount> Findings =>
    [
        .. _counts.Select(c => new FindingCount(c.Key.Code, c.Key.Severity, c.Value))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Severity),
    ];

    /// <summary>Counts a refused row.</summary>
    public void Count(RefusedRow row)
    {
        Refused++;
        foreach (var found in row.Diagnostics) Add(found);
    }

    /// <summary>Counts a diagnostic of a row that was kept, or of the file.</summary>
    public void Count(ImportDiagnostic warning)
    {
        Warnings++;
        Add(warning);
    }

    private void Add(ImportDiagnostic found)
    {
        var key = (found.Code, found.Severity);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }
}
