using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.App.Imports;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using Huodi.Formats.Files;
using Huodi.Formats.Sources;
using Huodi.Policies.Facts;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Quality;

/// <summary>The rows of a file as parcels to be checked, never stored: shapes in degrees, and the codes and the area among its columns.</summary>
public static class FileParcels
{
    private static readonly string[] Wanted = ["宗地代码", "不动产单元号", "电子监管号", "统一社会信用代码", "行政区划代码", "宗地面积"];

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layer">Layer to read; null when the file has only one.</param>
    /// <param name="dictionary">Gives the other names of columns.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Each row with what reading it found already.</returns>
    /// <exception cref="DomainException">QUALITY_CRS: its coordinate system is not stated or not one that can be brought to CGCS2000; or the file's own code.</exception>
    public static IEnumerable<(Parcel Parcel, IReadOnlyList<QualityFinding> Known)> Read(
        string path, string? layer, FactDictionary dictionary, CancellationToken cancellation)
    {
        using var source = Guarded(() => FeatureSources.Open(path, SourceOptions.Default with { Layer = layer }, cancellation));
        var system = System(source.Reference);
        var columns = Wanted.Select(n => (Name: n, At: Column(source.Columns, dictionary.Find(n), n))).Where(c => c.At >= 0).ToList();
        using var rows = source.Read(cancellation).GetEnumerator();
        while (Guarded(rows.MoveNext))
        {
            var row = rows.Current;
            var facts = new FactSheet(columns.Where(c => !row.Cells[c.At].IsNull)
                .Select(c => new RecordedFact(c.Name, Value(c.Name, row.Cells[c.At]), new FactSource(0, source.File, row.Row, source.Columns[c.At].Name))));
            var drawn = row.Shape ?? row.Drawn;
            var shape = drawn is null ? Polygon.Empty : system.ToCgcs2000(drawn);
            var id = facts.Find("宗地代码")?.Value.GetValue<string>() ?? string.Create(CultureInfo.InvariantCulture, $"第 {row.Row} 行");
            _ = DivisionCode.TryParse(facts.Find("行政区划代码")?.Value.GetValue<string>(), out var division);
            yield return (new(id, id, division, shape, false, facts), [.. row.Faults.Select(Known)]);
        }
    }

    private static CoordinateSystem System(SourceReference reference)
    {
        var stated = reference.Epsg is { } code && CoordinateSystems.Find(code) is { } known
            ? StatedCoordinateSystem.Of(known)
            : StatedCoordinateSystem.Read(reference.Wkt ?? reference.Stated);
        return stated is { System: { } system, Refusal: null }
            ? system
            : throw new DomainException("QUALITY_CRS", $"文件的坐标系（{(reference.IsDeclared ? reference.Stated : "没有写明")}）不能直接换算到 CGCS2000。请用 huodi import --crs 指明坐标系导入后，再检查地库。");
    }

    private static int Column(IReadOnlyList<SourceColumn> columns, FactDefinition? fact, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name || fact?.Aliases.Contains(columns[i].Name, StringComparer.OrdinalIgnoreCase) == true) return i;
        }

        return -1;
    }

    private static JsonValue Value(string name, SourceValue cell) =>
        name == "宗地面积" && cell.TryNumber(out var number) ? JsonValue.Create(number) : JsonValue.Create(cell.Text);

    private static QualityFinding Known(ImportDiagnostic fault) => new(
        new(fault.Code, "读取时发现", fault.Severity == ImportSeverity.Error ? QualitySeverity.Error : QualitySeverity.Warning, fault.Suggestion), fault.Message, null, []);

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FileRefusedException refused)
        {
            throw new DomainException(refused.Diagnostic.Code, $"{refused.Diagnostic.Message}{refused.Diagnostic.Suggestion}");
        }
    }
}
