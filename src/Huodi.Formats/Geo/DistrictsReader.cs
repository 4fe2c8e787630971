using Huodi.App.Imports;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Geodesy.Placement;
using Huodi.Formats.Files;
using Huodi.Formats.Imports;
using Huodi.Formats.Mappings;
using Huodi.Formats.Sources;
using Huodi.Formats.Sources.GeoJson;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Geo;

/// <summary>
/// Reads county-level boundaries from any layer of areas: the code and the name from the columns that a mapping or
/// <c>geo.profile.json</c> names, or the feature's own <c>id</c>.
/// </summary>
public static class DistrictsReader
{
    /// <summary>What they are imported as.</summary>
    public const string Layer = "districts";

    private const string Column = "geometry";

    /// <summary>Reads a GeoJSON stream from its beginning.</summary>
    public static ImportOutcome Read(Stream content, ImportRequest request)
    {
        try
        {
            var hash = GeoJsonFile.Probe(content).Hash;
            using var source = new GeoJsonSource(content, request.File, "", request.Limits, CancellationToken.None);
            return ImportOutcome.Read(Read(source, hash, null, null, request, CancellationToken.None));
        }
        catch (FileRefusedException refused)
        {
            return ImportOutcome.Unreadable(refused.Diagnostic);
        }
    }

    /// <summary>Reads a source. Good features are kept, bad ones refused by number.</summary>
    /// <param name="source">The layer.</param>
    /// <param name="hash">SHA-256 of its file.</param>
    /// <param name="crs">The coordinate system the user states, or null to go by the mapping or the file.</param>
    /// <param name="mapping">Which columns are code and name, or null to know them by their names.</param>
    /// <param name="request">What is known of the file.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="FileRefusedException">The file as a whole cannot be taken.</exception>
    public static ImportBatch Read(
        IFeatureSource source, string hash, string? crs, LayerMapping? mapping, ImportRequest request, CancellationToken cancellation)
    {
        if (!source.HasShapes) throw new FileRefusedException("SOURCE_NO_SHAPES", $"{source.File} 只有表格，没有图形列，区县须有边界。", "导入边界的图形文件。");
        var profile = GeoProfile.Default;
        var placement = SourcePlacement.Decide(source, crs ?? mapping?.Crs, KnownExtent.China, cancellation);
        var topology = new GeoTopology(profile.RepairTolerance);
        var codes = Places(source, mapping?.Id is { } id ? [id] : [.. profile.DistrictCode, "id"]);
        var names = Places(source, mapping?.Name is { } named ? [named] : profile.DistrictName);
        var first = new Dictionary<DivisionCode, int>();
        var (good, refused, warnings) = (new List<District>(), new List<RefusedRow>(), new List<ImportDiagnostic>());
        foreach (var row in source.Read(cancellation))
        {
            var findings = new Findings(row.Row);
            var stated = Texts(row, codes).Distinct(StringComparer.Ordinal).ToList();
            var code = Code(stated, findings);
            var name = Texts(row, names).FirstOrDefault("");
            if (name.Length == 0) findings.Error("name", "DISTRICT_NAME_BLANK", "区县没有名称。", "在属性 name 中填写区县名称。");
            if (code is { } known && !first.TryAdd(known, row.Row))
            {
                findings.Error("code", "DISTRICT_REPEATED", $"行政区划代码 {known} 已在第 {first[known]} 个要素出现。", "合并成一个多部件面，或改正代码。");
            }

            var shape = Shape(row, placement, findings) is { } drawn ? topology.Repaired(drawn, findings) : null;
            if (code is { } sound && shape is not null && !findings.HasErrors)
            {
                good.Add(new(sound, name, shape));
                warnings.AddRange(findings.All);
            }
            else
            {
                refused.Add(new(row.Row, [code?.Digits ?? stated.FirstOrDefault(""), name], findings.All));
            }
        }

        return new()
        {
            File = request.File,
            FileHash = hash,
            Layer = Layer,
            ImportedAt = request.ImportedAt,
            Districts = good,
            Refused = refused,
            Warnings = [.. placement.Warnings, .. source.Warnings, .. warnings],
        };
    }

    private static Geometry? Shape(SourceFeature row, SourcePlacement placement, Findings findings)
    {
        foreach (var fault in row.Faults) findings.Add(fault);
        if (row.Faults.Count > 0) return null;
        if (row.Shape is not { } drawn)
        {
            findings.Error(Column, "GEO_GEOMETRY_MISSING", "要素没有图形。", "补画边界，或删去这个要素后重新导入。");
            return null;
        }

        if (drawn is not (Polygon or MultiPolygon))
        {
            findings.Error(
                Column,
                "GEO_GEOMETRY_TYPE",
                $"图形类型是 {drawn.GeometryType}，应为面（Polygon 或 MultiPolygon）。",
                drawn is LineString or MultiLineString ? "在 QGIS 中用“线转面”转换后重新导入。" : "导出面图层；点和注记图层不能作为边界。");
            return null;
        }

        if (drawn.IsEmpty)
        {
            findings.Error(Column, "GEO_GEOMETRY_EMPTY", "图形没有坐标。", "补画边界，或删去这个要素后重新导入。");
            return null;
        }

        var shape = placement.Convert(drawn);
        if (KnownExtent.InChina(shape.EnvelopeInternal)) return shape;
        findings.Error(Column, "GEO_OUT_OF_RANGE", $"坐标（{drawn.Coordinate.X:0.######}, {drawn.Coordinate.Y:0.######}）按{placement.Name}不在中国范围内。", "核对这一个的坐标：可能经纬度写反、缺带号或属于另一个坐标系。");
        return null;
    }

    private static DivisionCode? Code(List<string> stated, Findings findings)
    {
        var codes = stated.Where(t => DivisionCode.TryParse(t, out _)).ToList();
        if (codes.Count == 1)
        {
            var code = DivisionCode.Parse(codes[0]);
            if (code.IsCity || code.IsProvince)
            {
                findings.Warning("code", "DISTRICT_LEVEL", $"{code} 不是县级代码。", "只有不设区县的市（如东莞）可以用市级代码；其他的请导入区县边界。");
            }

            return code;
        }

        if (codes.Count > 1)
        {
            findings.Error("code", "DISTRICT_CODE_DIFFERS", $"要素写有不同的行政区划代码：{string.Join('、', codes)}。", "只留正确的一个后重新导入。");
            return null;
        }

        findings.Error(
            "code",
            "DISTRICT_CODE",
            stated.Count == 0 ? "没有行政区划代码。" : $"行政区划代码写作“{stated[0]}”，应为六位数字。",
            "在 id 或属性 adcode 中填写六位行政区划代码（GB/T 2260）。");
        return null;
    }

    private static List<int> Places(IFeatureSource source, IReadOnlyList<string> names) =>
    [
        .. names.Select(n => Enumerable.Range(0, source.Columns.Count).FirstOrDefault(i => source.Columns[i].Name.Equals(n, StringComparison.OrdinalIgnoreCase), -1))
            .Where(i => i >= 0).Distinct(),
    ];

    /// <summary>What these cells hold as text, in this order, blanks left out.</summary>
    private static IEnumerable<string> Texts(SourceFeature row, List<int> places) => places
        .Select(p => row.Cells[p])
        .Select(c => c.Kind is SourceKind.Json or SourceKind.Boolean ? "" : c.Text.Trim())
        .Where(t => t.Length > 0);
}
