using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Zip;

/// <summary>A file inside a zip archive. With several that could be read, the user is asked which.</summary>
internal static class ZipSource
{
    /// <param name="path">The archive.</param>
    /// <param name="file">Its name.</param>
    /// <param name="options">A layer names a file inside, with or without its folder and extension; inside a file of several layers it names the layer.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="FileRefusedException">The archive's or the file's.</exception>
    public static IFeatureSource Open(string path, string file, SourceOptions options, CancellationToken cancellation)
    {
        var folder = new WorkFolder(options.Folder);
        try
        {
            var paths = ZipUnpacking.Into(folder, path, file, options.Limits, cancellation);
            var readable = Readable(folder, paths);
            if (readable.Count == 0)
            {
                throw new FileRefusedException(
                    "ZIP_NOTHING", $"{file} 里没有可以读取的图层{(paths.Any(p => p.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) ? "，里面还套着压缩包" : "")}。", "打包 Shapefile（.shp、.shx、.dbf、.prj）、GeoPackage、GeoJSON 或 FileGDB 后再导入。");
            }

            var named = options.Layer is { } layer ? readable.FirstOrDefault(r => Names(folder, r).Contains(layer, StringComparer.OrdinalIgnoreCase)) : null;
            var inner = named ?? (readable.Count == 1
                ? readable[0]
                : folder.File(LayerChoice.Pick(file, [.. readable.Select(r => Relative(folder, r))], [.. readable.Select(r => Relative(folder, r))], options.Layer)));
            var source = FeatureSources.Open(inner, options with { Layer = named is null ? options.Layer : null }, cancellation);
            return new StagedSource(source, folder, file, [path], []);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static List<string> Readable(WorkFolder folder, IReadOnlyList<string> paths)
    {
        var databases = Directory.EnumerateDirectories(folder.Path, "*.gdb", SearchOption.AllDirectories).ToList();
        var files = paths.Where(p => FeatureSources.IsReadable(p) && !databases.Exists(d => p.StartsWith(d + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .Where(p => !Path.GetExtension(p).Equals(".zip", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(p).StartsWith("._", StringComparison.Ordinal)).ToList();

        // A readme beside the layers is not a table; a coordinate txt alone is one.
        if (files.Exists(f => !IsText(f)) || databases.Count > 0) _ = files.RemoveAll(IsText);
        return [.. databases.Concat(files).Order(StringComparer.Ordinal)];
    }

    private static bool IsText(string path) => Path.GetExtension(path).ToUpperInvariant() is ".TXT";

    private static IEnumerable<string> Names(WorkFolder folder, string path) =>
        [Relative(folder, path), Path.GetFileName(path), Path.GetFileNameWithoutExtension(path)];

    private static string Relative(WorkFolder folder, string path) => Path.GetRelativePath(folder.Path, path);
}
