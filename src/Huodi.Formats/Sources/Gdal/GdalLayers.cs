using System.Globalization;
using System.Text.RegularExpressions;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Gdal;

/// <summary>Asks <c>ogrinfo</c> which layers a file has and how many features a layer holds.</summary>
internal sealed partial class GdalLayers(GdalTools tools, GdalFormat format, IReadOnlyList<string> open, TimeSpan most)
{
    /// <exception cref="FileRefusedException">GDAL_UNREADABLE.</exception>
    public IReadOnlyList<string> List(string path, string file, CancellationToken cancellation)
    {
        var (exit, output, errors) = tools.Run("ogrinfo", ["-ro", "-q", .. open, path], most, cancellation);
        var layers = output.Split('\n').Select(l => Line().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToList();
        if (exit == 0 && layers.Count > 0) return layers;
        throw new FileRefusedException(
            "GDAL_UNREADABLE", $"{file} 不能作为 {format.Words} 读取{(First(errors) is { } first ? $"（GDAL：{first}）" : "，里面没有图层")}。", "文件可能被截断、损坏或改了扩展名：重新导出后再导入。");
    }

    /// <summary>The number of features the format states; null when it does not.</summary>
    public long? Count(string path, string layer, CancellationToken cancellation)
    {
        var (_, output, _) = tools.Run("ogrinfo", ["-ro", "-so", .. open, path, layer], most, cancellation);
        return FeatureCount().Match(output) is { Success: true } count && long.TryParse(count.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var features) && features >= 0 ? features : null;
    }

    /// <summary>The first complaint of GDAL in a text, without its number.</summary>
    public static string? First(string errors) => Complaints(errors).FirstOrDefault();

    /// <summary>What GDAL complains of, each once.</summary>
    public static IEnumerable<string> Complaints(string errors) =>
        errors.Split('\n').Select(l => Complaint().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value.Trim())
            .Where(c => !c.Contains("GDAL_SKIP", StringComparison.Ordinal) && !c.Contains("OGR_SKIP", StringComparison.Ordinal)) // this build lacks a driver anyway
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:\d+|Layer): (.+?)(?: \((?:3D )?(?:Measured )?[A-Za-z ]*\))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"^Feature Count: (-?\d+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex FeatureCount();

    [GeneratedRegex(@"^(?:ERROR|Warning) \d+: (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Complaint();
}
