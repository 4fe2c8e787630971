using Huodi.Formats.Files;
using Huodi.Formats.Sources.CoordinateText;
using Huodi.Formats.Sources.Gdal;
using Huodi.Formats.Sources.GeoJson;
using Huodi.Formats.Sources.GeoPackage;
using Huodi.Formats.Sources.Shapefile;
using Huodi.Formats.Sources.Tables;
using Huodi.Formats.Sources.Zip;

namespace Huodi.Formats.Sources;

/// <summary>Opens whatever file the user has as a source.</summary>
public static class FeatureSources
{
    private static readonly Dictionary<string, Func<string, string, SourceOptions, CancellationToken, IFeatureSource>> Native = new(StringComparer.OrdinalIgnoreCase)
    {
        [".gpkg"] = (path, file, options, _) => new GeoPackageSource(path, file, options.Layer),
        [".geojson"] = (path, file, options, cancellation) => new GeoJsonSource(File.OpenRead(path), file, path, options.Limits, cancellation),
        [".json"] = (path, file, options, cancellation) => new GeoJsonSource(File.OpenRead(path), file, path, options.Limits, cancellation),
        [".shp"] = ShapefileSource.Open,
        [".zip"] = ZipSource.Open,
        [".csv"] = CsvTable.Open,
        [".xlsx"] = XlsxTable.Open,
        [".xlsm"] = XlsxTable.Open,
        [".txt"] = CoordinateTextSource.Open,
    };

    /// <summary>What can be read, in words.</summary>
    public static string Words { get; } = "GeoPackage、GeoJSON、Shapefile（可为 zip）、FileGDB、DXF、KML、MapInfo、CSV、xlsx、界址点坐标 txt";

    /// <summary>Opens a file, or a folder that is a FileGDB.</summary>
    /// <exception cref="FileRefusedException">It cannot be read: missing, empty, of no known kind, broken, or with several layers and none named.</exception>
    public static IFeatureSource Open(string path, SourceOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        try
        {
            if (Directory.Exists(path)) return OpenFolder(path, file, options, cancellation);
            if (!File.Exists(path)) throw new FileRefusedException("IMPORT_FILE", $"找不到文件 {Path.GetFullPath(path)}。", "检查路径。");
            using (var stream = File.OpenRead(path))
            {
                if (stream.Length == 0) throw Refusals.Empty();
            }

            if (Native.TryGetValue(Path.GetExtension(path), out var open)) return open(path, file, options, cancellation);
            if (GdalProfile.Default.Of(path) is not null) return GdalSource.Open(path, file, [], [], options, cancellation);
            throw new FileRefusedException("SOURCE_KIND", $"不认识这种文件（{Path.GetExtension(path)}）。", $"可以读取：{Words}。");
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new FileRefusedException("FILE_ACCESS", $"没有读取 {file} 的权限：{problem.Message}", "检查文件权限，或复制到自己的目录后再导入。");
        }
        catch (IOException problem)
        {
            throw new FileRefusedException("FILE_IO", $"读取 {file} 出错：{problem.Message}", "检查磁盘和网络，重新复制文件后再导入。");
        }
    }

    /// <summary>Whether a file has an extension that is read.</summary>
    internal static bool IsReadable(string path) => Native.ContainsKey(Path.GetExtension(path)) || GdalProfile.Default.Of(path) is not null;

    private static IFeatureSource OpenFolder(string path, string file, SourceOptions options, CancellationToken cancellation)
    {
        if (GdalProfile.Default.Of(path) is { Extension: ".gdb" }) return GdalSource.Open(path, file, [], [], options, cancellation);
        throw new FileRefusedException("SOURCE_FOLDER", $"{file} 是文件夹，不是文件。", "指明文件夹里的一个文件；FileGDB 的文件夹名应以 .gdb 结尾。");
    }
}
