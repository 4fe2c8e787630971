using Huodi.App.Imports;
using Huodi.Formats.Files;
using Huodi.Formats.Sources.GeoPackage;

namespace Huodi.Formats.Sources.Gdal;

/// <summary>
/// Reads a file through GDAL: <c>ogr2ogr</c> converts the layer to a GeoPackage in a folder of its own, coordinates untouched, and that
/// is read natively. What ogr2ogr complains of becomes a warning, and features it leaves out are counted and told.
/// </summary>
internal static class GdalSource
{
    private const string Layer = "source";

    /// <param name="path">File or folder that GDAL reads.</param>
    /// <param name="file">Name the user knows it by.</param>
    /// <param name="open">Open options for GDAL (<c>-oo</c>).</param>
    /// <param name="warnings">What was found before.</param>
    /// <param name="options">Layer, limits, folder.</param>
    /// <param name="cancellation">Cancels and kills the child.</param>
    /// <exception cref="FileRefusedException">GDAL is missing, or cannot read the file.</exception>
    public static IFeatureSource Open(
        string path, string file, IReadOnlyList<string> open, IReadOnlyList<ImportDiagnostic> warnings, SourceOptions options, CancellationToken cancellation) =>
        Open(GdalTools.Get, path, file, open, warnings, options, cancellation);

    /// <summary>The same with programs of the caller's choice.</summary>
    internal static IFeatureSource Open(
        Func<GdalTools> gdal, string path, string file, IReadOnlyList<string> open, IReadOnlyList<ImportDiagnostic> warnings, SourceOptions options, CancellationToken cancellation)
    {
        var format = GdalProfile.Default.Of(path) ?? throw new ArgumentException("No format of GDAL's.", nameof(path));
        if (format.MostBytes > 0 && new FileInfo(path).Length > format.MostBytes) throw Refusals.TooLarge(format.MostBytes);
        var tools = gdal();
        var full = Path.GetFullPath(path);
        var layers = new GdalLayers(tools, format, open, options.Limits.Conversion);
        var names = layers.List(full, file, cancellation);
        var layer = LayerChoice.Pick(file, names, names, options.Layer);
        if (layer.StartsWith('-')) throw new FileRefusedException("SOURCE_LAYER_NAME", $"图层名“{layer}”以“-”开头，不能读取。", "在 QGIS 中改名后再导入。");
        var count = layers.Count(full, layer, cancellation);
        var folder = new WorkFolder(options.Folder);
        try
        {
            var target = folder.File("source.gpkg");
            var (exit, _, errors) = tools.Run("ogr2ogr", Arguments(full, target, layer, open), options.Limits.Conversion, cancellation);
            if (exit != 0 || !File.Exists(target))
            {
                throw new FileRefusedException(
                    "GDAL_FAILED", $"{file} 的图层“{layer}”没有转换成功（GDAL：{GdalLayers.First(errors) ?? $"退出码 {exit}"}）。", "在 QGIS 中打开检查，另存为 GeoPackage 后再导入。");
            }

            var source = new GeoPackageSource(target, file, Layer);
            IReadOnlyList<ImportDiagnostic> all = [.. warnings, .. Complaints(errors), .. Lost(count, source.Count, layer)];
            return new StagedSource(source, folder, file, Parts(full, format), all) { Layer = layer };
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static IEnumerable<string> Arguments(string path, string target, string layer, IReadOnlyList<string> open) =>
    [
        "-f", "GPKG", target, path, layer, "-nln", Layer, "-nlt", "CONVERT_TO_LINEAR", "-dim", "XY", "-skipfailures", "-preserve_fid", "-gt", "65536",
        "-lco", "SPATIAL_INDEX=NO", "-lco", "FID=huodi_source_fid", "-lco", "GEOMETRY_NAME=huodi_source_geometry", .. open,
    ];

    private static IEnumerable<ImportDiagnostic> Complaints(string errors) => GdalLayers.Complaints(errors).Take(GdalProfile.Default.MostWarnings)
        .Select(c => new ImportDiagnostic(0, "", "GDAL_WARNING", ImportSeverity.Warning, $"转换时 GDAL 提示：{c}", "对照原文件核对有关要素。"));

    private static IEnumerable<ImportDiagnostic> Lost(long? before, long? after, string layer)
    {
        if (before is null || after is null || before == after) yield break;
        yield return new(
            0, "", "GDAL_ROWS_LOST", ImportSeverity.Warning, $"图层“{layer}”写明有 {before} 个要素，转换后有 {after} 个，{Math.Abs(before.Value - after.Value)} 个没有转换成功。",
            "在 QGIS 中打开原文件检查这些要素，改正后重新导入。");
    }

    private static IReadOnlyList<string> Parts(string path, GdalFormat format)
    {
        if (Directory.Exists(path)) return [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)];
        var parts = (format.Parts ?? []).Select(e => Path.ChangeExtension(path, e)).Where(File.Exists);
        return [path, .. parts];
    }
}
