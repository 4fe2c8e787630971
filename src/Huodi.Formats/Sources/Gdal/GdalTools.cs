using System.Globalization;
using System.Text.RegularExpressions;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Gdal;

/// <summary>GDAL's command-line programs, found on PATH.</summary>
internal sealed partial class GdalTools
{
    private static readonly string[] Names = ["ogr2ogr", "ogr2ogr.exe"];
    private static readonly Lazy<GdalTools?> Known = new(() => Find(Environment.GetEnvironmentVariable("PATH")));
    private readonly GdalProfile _profile = GdalProfile.Default;
    private readonly Dictionary<string, string> _environment;

    private GdalTools(string folder, Version version)
    {
        (Folder, Version) = (folder, version);
        _environment = new(StringComparer.Ordinal)
        {
            ["GDAL_SKIP"] = string.Join(',', _profile.SkippedDrivers),
            ["OGR_SKIP"] = string.Join(',', _profile.SkippedDrivers),
            ["CPL_VSIL_CURL_ALLOWED_EXTENSIONS"] = "{noext}",
            ["GDAL_HTTP_PROXY"] = "127.0.0.1:9",
            ["OGR_GEOMETRY_ACCEPT_UNCLOSED_RING"] = "NO",
            ["OGR_SQLITE_SYNCHRONOUS"] = "OFF",
            ["OGR_CT_FORCE_TRADITIONAL_GIS_ORDER"] = "YES",
            ["GDAL_CACHEMAX"] = "64",
            ["LC_ALL"] = "C.UTF-8",
        };
    }

    /// <summary>Version of the programs.</summary>
    public Version Version { get; }

    private string Folder { get; }

    /// <summary>Whether GDAL is installed and new enough.</summary>
    public static bool IsThere => Known.Value is { } tools && tools.Version >= tools._profile.LeastVersion;

    /// <exception cref="FileRefusedException">GDAL_MISSING or GDAL_OLD.</exception>
    public static GdalTools Get() => Fit(Known.Value);

    /// <summary>The programs when they are there and new enough.</summary>
    /// <exception cref="FileRefusedException">GDAL_MISSING or GDAL_OLD.</exception>
    internal static GdalTools Fit(GdalTools? found)
    {
        var tools = found ?? throw Missing("PATH 里没有 ogr2ogr");
        return tools.Version >= tools._profile.LeastVersion
            ? tools
            : throw new FileRefusedException("GDAL_OLD", $"GDAL 是 {tools.Version}，需要 {tools._profile.LeastVersion} 或更新。", "升级 GDAL（Debian：apt install gdal-bin；Windows：OSGeo4W），或在 QGIS 中另存为 GeoPackage 后再导入。");
    }

    public static FileRefusedException Missing(string what) => new(
        "GDAL_MISSING", $"读取这种文件需要 GDAL 的 ogr2ogr，但没有找到（{what}）。", "安装 GDAL（Debian：apt install gdal-bin；Windows：OSGeo4W），或在 QGIS 中另存为 GeoPackage 后再导入。");

    /// <summary>Runs <c>ogrinfo</c> or <c>ogr2ogr</c>.</summary>
    public (int Exit, string Output, string Errors) Run(string program, IEnumerable<string> arguments, TimeSpan most, CancellationToken cancellation) =>
        ChildProcess.Run(Path.Combine(Folder, program), arguments, _environment, most, cancellation);

    /// <summary>The programs in the first of these folders that has them and answers; null when none does.</summary>
    internal static GdalTools? Find(string? folders)
    {
        foreach (var program in Programs.FindIn(folders, Names))
        {
            var (_, output, _) = ChildProcess.Run(program, ["--version"], new Dictionary<string, string>(), TimeSpan.FromMinutes(1), CancellationToken.None);
            if (Release().Match(output) is { Success: true } release)
            {
                var version = new Version(int.Parse(release.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(release.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
                return new(Path.GetDirectoryName(program)!, version); // a file in a folder of PATH has one
            }
        }

        return null;
    }

    [GeneratedRegex(@"GDAL (\d+)\.(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Release();
}
