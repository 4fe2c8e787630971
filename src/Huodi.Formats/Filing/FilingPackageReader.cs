using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Imports;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Filing;

/// <summary>Reads a filing package back: every file is held against the manifest, then parcels come from the exchange file, with every fact and every digit.</summary>
public static class FilingPackageReader
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4490);

    /// <summary>Reads the package into a batch; rows without a sound shape are refused and listed.</summary>
    /// <exception cref="DomainException">FILING_MANIFEST, FILING_HASH or FILING_EXCHANGE; nothing was read.</exception>
    public static async Task<ImportBatch> ReadAsync(string folder, DateTimeOffset at, CancellationToken cancellation)
    {
        var manifest = await FilingManifest.ReadAsync(folder, cancellation);
        var path = Path.Combine(folder, Path.GetFileName(manifest.Exchange));
        var hash = manifest.Files.FirstOrDefault(f => f.Name == manifest.Exchange)?.Sha256
            ?? throw new DomainException("FILING_MANIFEST", $"清单没有列出 {manifest.Exchange}。请重新导出。");
        var (parcels, refused) = (new List<Parcel>(), new List<RefusedRow>());
        var row = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            row++;
            var (parcel, diagnostic) = Parcel(line, row, manifest.Exchange);
            if (parcel is not null) parcels.Add(parcel);
            if (diagnostic is not null) refused.Add(new(row, [], [diagnostic]));
        }

        return new()
        {
            File = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            FileHash = hash,
            Layer = "parcels",
            ImportedAt = at,
            Parcels = parcels,
            Refused = refused,
        };
    }

    private static (Parcel? Parcel, ImportDiagnostic? Refused) Parcel(string line, int row, string file)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var feature = json.RootElement;
            var properties = feature.GetProperty("properties");
            var id = Text(feature, "id");
            if (feature.GetProperty("geometry").ValueKind == JsonValueKind.Null) return (null, Refuse(row, "没有图形。", "补画界线后用导入命令导入。", "SHAPE_MISSING"));
            var shape = Shape(feature.GetProperty("geometry"));
            var error = GeometryCheck.Default.Check(shape).FirstOrDefault(f => f.Severity == QualitySeverity.Error);
            if (error is not null) return (null, Refuse(row, error.Message, error.Kind.Remedy, error.Code));
            var facts = properties.GetProperty("事实").EnumerateObject().Select(f => new RecordedFact(
                f.Name, JsonNode.Parse(f.Value.GetRawText()) ?? throw new JsonException("A fact without a value."), new FactSource(0, file, row, f.Name)));
            return (new(
                id,
                Text(properties, "名称"),
                DivisionCode.Parse(Text(properties, "行政区划代码")),
                shape,
                properties.TryGetProperty("演示数据", out var generated) && generated.GetBoolean(),
                new FactSheet(facts))
            {
                MeasuredArea = EllipsoidalArea.Measure(shape),
                SourceCrs = properties.TryGetProperty("来源坐标系", out var crs) ? crs.GetString() : null,
            }, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            throw new DomainException("FILING_EXCHANGE", $"{file} 第 {row} 行无法读取。请重新导出成果包。");
        }
    }

    private static ImportDiagnostic Refuse(int row, string message, string remedy, string code) => new(row, "geometry", code, ImportSeverity.Error, message, remedy);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new JsonException($"No {name}.");

    private static Geometry Shape(JsonElement geometry)
    {
        var polygons = geometry.GetProperty("coordinates").EnumerateArray().Select(p =>
        {
            var rings = p.EnumerateArray().Select(r => Factory.CreateLinearRing([.. r.EnumerateArray().Select(c => new Coordinate(c[0].GetDouble(), c[1].GetDouble()))])).ToList();
            return Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
        }).ToArray();
        return polygons.Length == 1 ? polygons[0] : Factory.CreateMultiPolygon(polygons);
    }
}
