using System.Security.Cryptography;
using Huodi.Domain.Districts;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Geodesy.Placement;
using Huodi.Formats.Files;
using Huodi.Formats.Sources;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Huodi.Formats.Overlays;

/// <summary>
/// A file of one control layer. It is taken whole or not at all: a missing polygon of a red line would let parcels pass that lie in it.
/// Outlines that cross themselves are made valid and counted.
/// </summary>
public sealed class ControlLayerFile : IDisposable
{
    private const int Sampled = 2000;

    private readonly IFeatureSource _source;
    private readonly CoordinateSystem _system;
    private readonly double? _within;

    private ControlLayerFile(IFeatureSource source, CoordinateSystem system, double? within) => (_source, _system, _within) = (source, system, within);

    /// <summary>Name of the file, without a folder.</summary>
    public string File => _source.File;

    /// <summary>How many shapes it says it has, where it does.</summary>
    public long? Count => _source.Count;

    /// <summary>The coordinate system the file is read in.</summary>
    public CoordinateSystem System => _system;

    /// <summary>How many shapes were made valid; complete when <see cref="Shapes"/> has been read to its end.</summary>
    public int Repaired { get; private set; }

    /// <summary>Opens a file and judges its coordinates.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is opened, its layer among it.</param>
    /// <param name="crs">The coordinate system the user states, or null to go by the file.</param>
    /// <param name="within">Metres round each shape to take, for points and lines; null to take polygons as they are.</param>
    /// <param name="districts">Districts the store holds.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="FileRefusedException">The file cannot be read, has no shapes, or its coordinates are not what it says.</exception>
    public static ControlLayerFile Open(
        string path, SourceOptions options, string? crs, double? within, IEnumerable<District> districts, CancellationToken cancellation)
    {
        var source = FeatureSources.Open(path, options, cancellation);
        try
        {
            return new(source, Judge(source, crs, KnownExtent.Of(districts), cancellation), within);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>SHA-256 of the files it consists of, lower-case hex.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var part in _source.Parts.Where(global::System.IO.File.Exists))
        {
            using var stream = global::System.IO.File.OpenRead(part);
            for (int read; (read = stream.Read(buffer)) > 0;) hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The polygons and multipolygons in EPSG:4490, in the order of the file.</summary>
    /// <exception cref="FileRefusedException">CONTROL_SHAPE: a row is no usable shape.</exception>
    public IEnumerable<Geometry> Shapes(CancellationToken cancellation)
    {
        foreach (var row in _source.Read(cancellation)) yield return Shape(row);
    }

    public void Dispose() => _source.Dispose();

    private static CoordinateSystem Judge(IFeatureSource source, string? crs, KnownExtent extent, CancellationToken cancellation)
    {
        var stated = StatedCoordinateSystem.Read(crs ?? Stated(source.Reference));
        var sample = Sample(source, cancellation);
        if (sample.Count == 0) throw new FileRefusedException("CONTROL_EMPTY", $"{source.File} 没有图形。", "检查文件和图层是否选对；控制线图层应为面，站点可为点。");
        var verdict = PlacementJudge.Judge(stated, sample, extent);
        return verdict.System ?? throw (verdict.Problem is { } problem
            ? new FileRefusedException(problem.Code, problem.Message, problem.Remedy)
            : new FileRefusedException("GEO_CRS_UNKNOWN", $"{source.File} 的坐标系不明。", "用 --crs 写明，例如 --crs EPSG:4528。"));
    }

    private static string? Stated(SourceReference reference) => reference switch
    {
        { Epsg: { } code } => $"EPSG:{code}",
        { Wkt: { Length: > 0 } wkt } => wkt,
        _ => reference.Stated,
    };

    /// <summary>One corner of each row, thinned while reading so that it stays small and even.</summary>
    private static List<(double X, double Y)> Sample(IFeatureSource source, CancellationToken cancellation)
    {
        var (sample, step, row) = (new List<(double X, double Y)>(), 1, 0);
        foreach (var feature in source.Read(cancellation))
        {
            if (row++ % step != 0 || feature.Shape?.Coordinate is not { } corner) continue;
            sample.Add((corner.X, corner.Y));
            if (sample.Count < 2 * Sampled) continue;
            sample = [.. sample.Where((_, i) => i % 2 == 0)];
            step *= 2;
        }

        return sample;
    }

    private Geometry Shape(SourceFeature row)
    {
        if (row.Shape is not { IsEmpty: false } shape || row.Faults.Count > 0)
        {
            throw Refused(row.Row, row.Faults.Count > 0 ? row.Faults[0].Message : "没有图形");
        }

        var placed = _system.ToCgcs2000(shape);
        if (_within is { } metres) placed = EllipsoidalBuffer.Of(placed, metres);
        if (placed is not (Polygon or MultiPolygon)) throw Refused(row.Row, $"图形类型是 {placed.GeometryType}，应为面；站点、线路请加 --within 写明距离");
        if (placed.IsValid) return placed;
        Repaired++;
        var valid = GeometryFixer.Fix(placed);
        return valid is Polygon or MultiPolygon && !valid.IsEmpty ? valid : throw Refused(row.Row, "图形自相交，无法改正");
    }

    private FileRefusedException Refused(int row, string why) => new(
        "CONTROL_SHAPE", $"{File} 第 {row} 个图形：{why}。控制线图层须完整导入，缺一块就会漏判，没有导入。", "改正这个图形，或请提供者重新导出，再导入。", row, "geometry");
}
