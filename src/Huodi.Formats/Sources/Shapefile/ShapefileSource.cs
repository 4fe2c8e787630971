using System.Buffers.Binary;
using Huodi.App.Imports;
using Huodi.Formats.Files;
using Huodi.Formats.Sources.Gdal;

namespace Huodi.Formats.Sources.Shapefile;

/// <summary>
/// A Shapefile. Its parts are checked here, because GDAL reads past what does not fit together: their lengths against their headers, the
/// number of shapes against that of rows, and the encoding of the texts, which many programs state wrongly or not at all.
/// </summary>
internal static class ShapefileSource
{
    private const int HeaderLength = 100;
    private static readonly string[] Extensions = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <exception cref="FileRefusedException">SHP_NO_DBF, SHP_HEADER, SHP_COUNT, FILE_TRUNCATED, FILE_EMPTY, FILE_ENCODING, or GDAL's.</exception>
    public static IFeatureSource Open(string path, string file, SourceOptions options, CancellationToken cancellation)
    {
        var dbf = Sibling(path, ".dbf") ?? throw new FileRefusedException("SHP_NO_DBF", $"{file} 缺少同名的 .dbf 属性表，各宗地没有编号。", "Shapefile 至少由 .shp、.shx、.dbf 三个文件组成，请一起提供（或打成一个 zip）。");
        CheckShapes(path, file);
        var warnings = new List<ImportDiagnostic>();
        var rows = DbfFile.Check(dbf, Path.GetFileName(dbf));
        if (Sibling(path, ".shx") is { } index)
        {
            var shapes = (new FileInfo(index).Length - HeaderLength) / 8;
            if (shapes != rows.Count) throw new FileRefusedException("SHP_COUNT", $"图形有 {shapes} 个，属性表写明有 {rows.Count} 行，两者对不上，各行会错位。", "文件可能被截断，或 .shp 与 .dbf 不是同一份：重新导出后再导入。");
        }

        var encoding = DbfEncoding.Of(dbf, Sibling(path, ".cpg"), rows, warnings, cancellation);
        var stated = Extensions.Select(e => Sibling(path, e)).OfType<string>().ToList();
        using var folder = Sibling(path, ".shx") is null ? Indexed(path, dbf, stated, warnings, options, cancellation) : null;
        var source = GdalSource.Open(folder?.File("layer.shp") ?? path, file, ["-oo", $"ENCODING={encoding}"], warnings, options with { Layer = null }, cancellation);
        return new StagedSource(source, NoFolder.Instance, file, stated, []) { Layer = Path.GetFileNameWithoutExtension(path) };
    }

    /// <summary>The part with that extension, in whatever case it is written.</summary>
    public static string? Sibling(string path, string extension)
    {
        var exact = Path.ChangeExtension(path, extension);
        if (File.Exists(exact)) return exact;
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", Path.GetFileNameWithoutExtension(path) + extension);
        return Directory.EnumerateFiles(folder).FirstOrDefault(f => Path.GetFileName(f).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static void CheckShapes(string path, string file)
    {
        using var stream = File.OpenRead(path);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) is var read && read == 0) throw Refusals.Empty();
        if (read < HeaderLength || BinaryPrimitives.ReadInt32BigEndian(header) != 9994)
            throw new FileRefusedException("SHP_HEADER", $"{file} 的文件头不是 Shapefile。", "文件可能损坏或改了扩展名：重新导出后再导入。");
        var stated = BinaryPrimitives.ReadInt32BigEndian(header[24..]) * 2L;
        if (stream.Length < stated) throw new FileRefusedException("FILE_TRUNCATED", $"{file} 写明有 {stated} 字节，实有 {stream.Length} 字节，文件被截断。", "重新复制或导出完整的文件后再导入。");
    }

    /// <summary>GDAL can make the lost index again, but writes it beside the file; so it is given links in a folder of its own.</summary>
    private static WorkFolder Indexed(
        string path, string dbf, IEnumerable<string> parts, List<ImportDiagnostic> warnings, SourceOptions options, CancellationToken cancellation)
    {
        var folder = new WorkFolder(options.Folder);
        foreach (var part in parts) _ = File.CreateSymbolicLink(folder.File("layer" + Path.GetExtension(part).ToLowerInvariant()), Path.GetFullPath(part));
        var (_, _, errors) = GdalTools.Get().Run("ogrinfo", ["-q", "--config", "SHAPE_RESTORE_SHX", "YES", folder.File("layer.shp")], options.Limits.Conversion, cancellation);
        var shx = new FileInfo(folder.File("layer.shx"));
        var rows = DbfFile.Check(dbf, Path.GetFileName(dbf)).Count;
        if (!shx.Exists || (shx.Length - HeaderLength) / 8 != rows)
        {
            folder.Dispose();
            throw new FileRefusedException("SHP_NO_SHX", $"{Path.GetFileName(path)} 缺少 .shx 索引，重建没有成功（{GdalLayers.First(errors) ?? "图形数与属性行数不符"}）。", "请连同 .shx 一起提供。");
        }

        warnings.Add(new(0, "", "SHP_NO_SHX", ImportSeverity.Warning, "缺少 .shx 索引，已按 .shp 的内容重建。", "核对要素数；请提供者连同 .shx 一起提供。"));
        return folder;
    }

    private sealed class NoFolder : IDisposable
    {
        public static NoFolder Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
