using System.IO.Compression;
using System.Text;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Zip;

/// <summary>
/// Unpacks an archive that somebody sent: every name stays inside the folder, nothing grows beyond the limits whatever the headers say,
/// and names written in GBK read as they were meant.
/// </summary>
internal static class ZipUnpacking
{
    private const int MostEntries = 10_000;
    private const long AnyRatio = 1 << 20;

    /// <summary>Unpacks all files and gives their paths.</summary>
    /// <exception cref="FileRefusedException">ZIP_BROKEN, ZIP_ENCRYPTED, ZIP_PATH, ZIP_BOMB, ZIP_ENTRIES.</exception>
    public static IReadOnlyList<string> Into(WorkFolder folder, string path, string file, ImportLimits limits, CancellationToken cancellation)
    {
        try
        {
            // Names without the UTF-8 flag are read byte for byte; what they are in is decided name by name.
            using var archive = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            if (archive.Entries.Count > MostEntries) throw new FileRefusedException("ZIP_ENTRIES", $"{file} 里有 {archive.Entries.Count} 个文件，超过 {MostEntries} 个。", "只打包要导入的图层。");
            var (total, paths) = (0L, new List<string>());
            foreach (var entry in archive.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                var name = Name(entry.FullName);
                var target = Inside(folder, name, file);
                if (name.EndsWith('/')) continue;
                if (entry.IsEncrypted) throw new FileRefusedException("ZIP_ENCRYPTED", $"{file} 里的“{name}”加了密码。", "解压后再导入，或请提供者发送不加密的压缩包。");
                total = Unpack(entry, target, name, total, limits, cancellation);
                paths.Add(target);
            }

            return paths;
        }
        catch (InvalidDataException broken)
        {
            throw new FileRefusedException("ZIP_BROKEN", $"{file} 不是完整的 zip 压缩包（{broken.Message}）。", "文件可能被截断或损坏：重新下载或打包后再导入。");
        }
    }

    private static long Unpack(ZipArchiveEntry entry, string target, string name, long total, ImportLimits limits, CancellationToken cancellation)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(target) ?? ".");
        using var from = entry.Open();
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 16];
        var written = 0L;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            written += read;
            if (written > AnyRatio && written > entry.CompressedLength * limits.UnpackRatio)
                throw new FileRefusedException("ZIP_BOMB", $"“{name}”解压后超过压缩大小的 {limits.UnpackRatio} 倍，不是正常的数据。", "确认来源；确有需要的，先在本机解压检查，再导入其中的文件。");
            if (total + written > limits.UnpackedBytes)
                throw new FileRefusedException("ZIP_BOMB", $"压缩包解压后超过 {limits.UnpackedBytes >> 30} GB。", "解压后分别导入其中的图层。");
            to.Write(buffer, 0, read);
        }

        return total + written;
    }

    private static string Inside(WorkFolder folder, string name, string file)
    {
        var target = Path.GetFullPath(folder.File(name));
        if (name.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Contains(':', StringComparison.Ordinal)
            || !target.StartsWith(folder.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new FileRefusedException("ZIP_PATH", $"{file} 里的文件名“{Csv.SafeCell.Visible(name)}”指向压缩包之外，没有解压。", "来源可疑：请提供者重新打包，文件名里不要有“..”、盘符或绝对路径。");
        }

        return target;
    }

    private static string Name(string raw)
    {
        raw = raw.Replace('\\', '/');
        if (raw.All(char.IsAscii) || raw.Any(c => c > 0xFF)) return raw;
        var bytes = Encoding.Latin1.GetBytes(raw);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: Windows in Chinese writes GBK.
        }

        try
        {
            return FileProbe.Chinese.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return raw;
        }
    }
}
