using System.Text.Json;
using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Geo;

/// <summary>What the file says of its coordinate reference system. CGCS2000 degrees are taken as they are, WGS 84 with a warning, all else is refused.</summary>
internal static class GeoReference
{
    /// <summary>WGS 84, longitude and latitude.</summary>
    public const int Wgs84Code = 4326;

    private const string Target = "4490";
    private static readonly string[] Wgs84 = ["4326", "CRS84"];

    /// <summary>RFC 7946: a file that says nothing is in WGS 84.</summary>
    public static List<ImportDiagnostic> Unstated =>
        [Warning("GEO_CRS_UNSTATED", "文件没有写明坐标系，按 GeoJSON 的规定视为 WGS 84 经纬度，未作转换即作为 CGCS2000（EPSG:4490）。", "向提供者核实坐标系；网络地图的 GCJ-02 坐标会偏移数百米，不可直接使用。")];

    /// <exception cref="FileRefusedException">GEO_CRS: another reference system.</exception>
    public static List<ImportDiagnostic> Judge(JsonElement crs)
    {
        if (crs.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return Unstated;
        var name = Name(crs);
        var code = name.Split(':')[^1];
        if (code == Target) return [];
        if (Wgs84.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            return [Warning("GEO_CRS_WGS84", $"文件写明的坐标系是 {name}，与 CGCS2000（EPSG:4490）相差在厘米至分米级，未作转换。", "要求厘米级精度的，请用 CGCS2000 成果重新导出。")];
        }

        throw new FileRefusedException(
            "GEO_CRS", $"文件写明的坐标系是“{(name.Length > 0 ? name : crs.GetRawText())}”，不是 CGCS2000 或 WGS 84 经纬度。", "先转换：ogr2ogr -t_srs EPSG:4490 输出.geojson 输入文件，再导入。", 0, "crs");
    }

    /// <summary>The name of the system a <c>crs</c> member gives; empty when it gives none.</summary>
    public static string Name(JsonElement crs) => crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("name", out var stated)
        && stated.ValueKind == JsonValueKind.String
        ? stated.GetString() ?? ""
        : "";

    private static ImportDiagnostic Warning(string code, string message, string suggestion) =>
        new(0, "crs", code, ImportSeverity.Warning, message, suggestion);
}
