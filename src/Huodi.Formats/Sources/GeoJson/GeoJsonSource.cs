using System.Globalization;
using System.Text.Json;
using Huodi.App.Imports;
using Huodi.Formats.Files;
using Huodi.Formats.Geo;

namespace Huodi.Formats.Sources.GeoJson;

/// <summary>
/// A GeoJSON FeatureCollection. Its columns are the properties of all its features, so it is walked once before it is read; a file that
/// breaks off is refused then, before anything is stored. The row number is the feature's place in the file.
/// </summary>
internal sealed class GeoJsonSource : IFeatureSource
{
    private const string Id = "id";
    private readonly Stream _content;
    private readonly GeoJsonFile _walk;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly bool _hasIds;

    /// <exception cref="FileRefusedException">No FeatureCollection.</exception>
    public GeoJsonSource(Stream content, string file, string path, ImportLimits limits, CancellationToken cancellation)
    {
        (_content, File, Parts) = (content, file, path.Length > 0 ? [path] : []);
        try
        {
            _ = GeoJsonFile.Probe(content);
            _walk = new(content, limits);
            var kinds = new List<SourceColumn>();
            foreach (var feature in _walk.Features())
            {
                cancellation.ThrowIfCancellationRequested();
                Count = feature.Row;
                _hasIds |= feature.Id.Length > 0;
                foreach (var property in feature.Properties)
                {
                    if (_places.TryAdd(property.Name, kinds.Count)) kinds.Add(new(property.Name, Kind(property.Value)));
                    else if (kinds[_places[property.Name]] is { Kind: SourceKind.Null } unknown) kinds[_places[property.Name]] = unknown with { Kind = Kind(property.Value) };
                }
            }

            _hasIds &= _places.TryAdd(Id, kinds.Count);
            if (_hasIds) kinds.Add(new(Id, SourceKind.Text));
            Columns = kinds;
            Reference = Referred(GeoReference.Name(_walk.Crs), _walk.Crs);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    public string File { get; }

    public string Layer => Path.GetFileNameWithoutExtension(File);

    public IReadOnlyList<SourceColumn> Columns { get; }

    public bool HasShapes => true;

    public SourceReference Reference { get; }

    public long? Count { get; }

    public IReadOnlyList<ImportDiagnostic> Warnings => [];

    public IReadOnlyList<string> Parts { get; }

    public IEnumerable<SourceFeature> Read(CancellationToken cancellation)
    {
        foreach (var feature in _walk.Features())
        {
            cancellation.ThrowIfCancellationRequested();
            var findings = new Findings(feature.Row);
            var cells = new SourceValue[Columns.Count];
            if (_hasIds && feature.Id.Length > 0) cells[^1] = SourceValue.Of(feature.Id);
            foreach (var property in feature.Properties)
            {
                ref var cell = ref cells[_places[property.Name]];
                if (!cell.IsNull) findings.Error(property.Name, "FACT_TWICE", $"“{property.Name}”写了两次。", "只留一个后重新导入。");
                cell = Value(property.Value);
            }

            var shape = feature.Geometry.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : GeoShapes.Read(feature, findings);
            yield return new(feature.Row, cells, shape, findings.All);
        }
    }

    public void Dispose() => _content.Dispose();

    private static SourceKind Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => SourceKind.Text,
        JsonValueKind.Number => SourceKind.Number,
        JsonValueKind.True or JsonValueKind.False => SourceKind.Boolean,
        JsonValueKind.Array or JsonValueKind.Object => SourceKind.Json,
        _ => SourceKind.Null,
    };

    private static SourceValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => SourceValue.Of(value.GetString() ?? ""),
        JsonValueKind.Number => SourceValue.Digits(value.GetRawText()),
        JsonValueKind.True => SourceValue.Of(true),
        JsonValueKind.False => SourceValue.Of(false),
        JsonValueKind.Array or JsonValueKind.Object => SourceValue.Json(value.GetRawText()),
        _ => SourceValue.Null,
    };

    /// <summary>RFC 7946: a file that says nothing is in WGS 84; what it says before that counts.</summary>
    private static SourceReference Referred(string name, JsonElement crs)
    {
        if (crs.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return new(GeoReference.Wgs84Code, null, "");
        var code = name.Split(':')[^1];
        return code.Equals("CRS84", StringComparison.OrdinalIgnoreCase) ? new(GeoReference.Wgs84Code, null, name)
            : int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var epsg) ? new(epsg, null, name)
            : new(null, null, name.Length > 0 ? name : crs.GetRawText());
    }
}
