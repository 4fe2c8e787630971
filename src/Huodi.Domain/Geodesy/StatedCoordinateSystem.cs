using System.Globalization;
using System.Text.RegularExpressions;

namespace Huodi.Domain.Geodesy;

/// <summary>
/// What a file says of its coordinates: an EPSG code or URN, the WKT of a .prj or a GeoPackage, the name that a GIS gives, or the
/// 属性描述 of a plot-coordinate txt.
/// </summary>
/// <param name="Text">What the file says, shortened for messages; empty when it says nothing.</param>
/// <param name="System">The system meant, or null when nothing is said or the text is not understood.</param>
/// <param name="Datum">The datum, also where the zone is not said.</param>
public sealed partial record StatedCoordinateSystem(string Text, CoordinateSystem? System, GeodeticDatum? Datum)
{
    private const int Shown = 80;

    /// <summary>A file that says nothing.</summary>
    public static StatedCoordinateSystem None { get; } = new("", null, null);

    /// <summary>Why the import cannot go on with what is said: a datum that needs parameters, or words that are not understood. Null when it can.</summary>
    public CoordinateRefusal? Refusal => System?.Refusal
        ?? (Datum is GeodeticDatum.Xian1980 or GeodeticDatum.Beijing1954
            ? new CoordinateSystem(null, CoordinateSystems.NameOf(Datum.Value), Datum.Value, CoordinateForm.Degrees).Refusal
            : Text.Length > 0 && System is null && Datum is null
                ? new(
                    "GEO_CRS_UNKNOWN",
                    $"不认识文件写明的坐标系“{Text}”。",
                    "用 --crs 写明，例如 --crs EPSG:4528（CGCS2000 3度带第40带）；地方独立坐标系请先由测绘主管部门转换为 CGCS2000。")
                : null);

    /// <summary>Takes a known system, for example one that the user names.</summary>
    public static StatedCoordinateSystem Of(CoordinateSystem system) => new(system.ToString(), system, system.Datum);

    /// <summary>Reads what a file says; null, empty or blank text says nothing.</summary>
    public static StatedCoordinateSystem Read(string? text)
    {
        var words = text?.Trim().Trim('\uFEFF') ?? "";
        if (words.Length == 0) return None;
        var shown = words.ReplaceLineEndings(" ") is { Length: > Shown } line ? line[..Shown] + "…" : words.ReplaceLineEndings(" ");
        var (system, datum) = PlotHeader.IsHeader(words) ? PlotHeader.Read(words)
            : Wkt.TryParse(words) is { } wkt ? WktReference.Read(wkt)
            : Named(words);
        return new(shown, system, system?.Datum ?? datum);
    }

    private static (CoordinateSystem? System, GeodeticDatum? Datum) Named(string words)
    {
        if (words.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase)) return (CoordinateSystems.Wgs84, null);
        if (Code().Match(words) is { Success: true } code) return (CoordinateSystems.Find(int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture)), null);

        var datum = DatumNames.Find(words);
        if (datum is null || GisName().Match(words) is not { Success: true } name) return (null, datum);
        var number = int.Parse(name.Groups["number"].Value, CultureInfo.InvariantCulture);
        var isThree = name.Groups["three"].Success;
        var zone = name.Groups["zone"].Success;
        var meridian = !zone ? number : isThree ? number * 3 : (number * 6) - 3;
        var prefix = zone ? number * 1e6 : 0;
        return (CoordinateSystems.Of(datum.Value, new(meridian, 500_000 + prefix, 0, isThree ? 3 : 6), 1), datum);
    }

    /// <summary>4528, EPSG:4528, urn:ogc:def:crs:EPSG::4528, http://www.opengis.net/def/crs/EPSG/0/4528.</summary>
    [GeneratedRegex(@"^(?:.*\bEPSG\b.*?[:/])?(\d{4,5})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    /// <summary>CGCS2000_3_Degree_GK_Zone_40, CGCS2000 / 3-degree Gauss-Kruger CM 120E, CGCS2000_GK_Zone_20.</summary>
    [GeneratedRegex(
        @"(?<three>3[ _-]degree)?[ _/]*(?:GK|Gauss[ _-]Kruger)[ _]*(?:(?<zone>Zone)|CM)[ _]*(?<number>\d{2,3})E?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GisName();
}
