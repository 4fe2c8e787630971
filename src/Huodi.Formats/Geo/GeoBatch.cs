using Huodi.App.Imports;

namespace Huodi.Formats.Geo;

/// <summary>Gathers the features of one file, good and refused.</summary>
internal sealed class GeoBatch<T>(string layer, ImportRequest request)
    where T : class
{
    private readonly List<T> _good = [];
    private readonly List<RefusedRow> _refused = [];
    private readonly List<ImportDiagnostic> _warnings = [];

    public IReadOnlyList<T> Good => _good;

    /// <summary>Takes a good item with its warnings, or a refused one with its identity and name.</summary>
    public void Add(T? item, IReadOnlyList<string> cells, Findings findings)
    {
        if (item is null)
        {
            _refused.Add(new(findings.Row, cells, findings.All));
            return;
        }

        _good.Add(item);
        _warnings.AddRange(findings.All);
    }

    public ImportBatch Build(string hash, IEnumerable<ImportDiagnostic> fileWarnings) => new()
    {
        File = request.File,
        FileHash = hash,
        Layer = layer,
        ImportedAt = request.ImportedAt,
        Refused = _refused,
        Warnings = [.. fileWarnings, .. _warnings],
    };
}
