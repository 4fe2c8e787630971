using System.Globalization;
using Huodi.Domain.Geodesy;

namespace Huodi.Formats.Sources.CoordinateText;

/// <summary>The 属性描述 of a coordinate txt: who made it, and the plane its coordinates lie in.</summary>
/// <param name="Producer">数据产生单位.</param>
/// <param name="Made">数据产生日期.</param>
/// <param name="System">A 3- or 6-degree zone of CGCS2000 with its number before the east value.</param>
/// <param name="Decimals">Decimals of a coordinate; 精度 is the unit of the last.</param>
public sealed record CoordinateTextHeader(string Producer, DateOnly Made, CoordinateSystem System, int Decimals)
{
    /// <summary>Version of the format (格式版本号).</summary>
    public const string Version = "1.01";

    /// <summary>Whether a system can be stated in this format: CGCS2000, Gauss–Krüger, with the zone number before the east value.</summary>
    public static bool CanState(CoordinateSystem system) =>
        system is { Datum: GeodeticDatum.Cgcs2000, Form: CoordinateForm.TransverseMercator, Zone: { Width: 3 or 6, Prefix: not null } };

    /// <summary>The lines of the section, its title among them.</summary>
    public IEnumerable<string> Lines() =>
    [
        "[属性描述]",
        $"格式版本号={Version}",
        $"数据产生单位={Producer}",
        $"数据产生日期={Made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        "坐标系=2000国家大地坐标系",
        $"几度分带={System.Zone?.Width}",
        "投影类型=高斯克吕格",
        "计量单位=米",
        $"带号={System.Zone?.Prefix}",
        $"精度={Math.Pow(10, -Decimals).ToString("0.##########", CultureInfo.InvariantCulture)}",
        "转换参数=,,,,,,",
    ];
}
