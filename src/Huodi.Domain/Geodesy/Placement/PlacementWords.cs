namespace Huodi.Domain.Geodesy.Placement;

/// <summary>The messages of the judge: what was tried, where it fell, what to do.</summary>
internal static class PlacementWords
{
    private const int Listed = 4;

    public static CoordinateRefusal Mistaken(PlacementTrial? stated, PlacementTrial better)
    {
        var (code, cause, remedy) = Cause(stated?.Reading.System, better.Reading);
        return new(code, $"{AsStated(stated)}按{better.Reading}读，{better.Where}：{cause}。没有导入。", remedy);
    }

    public static CoordinateRefusal Ambiguous(PlacementTrial? stated, IReadOnlyList<PlacementTrial> equals) => new(
        "GEO_PLACE_AMBIGUOUS",
        $"{AsStated(stated)}有 {equals.Count} 种读法都说得通：{List(equals)}。没有导入。",
        "请向提供者核实坐标系，用 --crs 写明，例如 --crs EPSG:4549；先导入行政区界线，可以排除落在本市以外的读法。");

    public static CoordinateRefusal Elsewhere(PlacementTrial stated, IEnumerable<PlacementTrial> others, KnownExtent extent)
    {
        var partly = others.Take(Listed).ToList();
        var tried = partly.Count == 0 ? "试过其他带号、坐标轴次序和单位，也都不在其内" : $"其他读法也只有部分落在其内：{List(partly)}";
        return new("GEO_PLACE_ELSEWHERE", $"{AsStated(stated)}{tried}。没有导入。", Missing(extent));
    }

    public static CoordinateRefusal Nowhere((double X, double Y) example, IReadOnlyList<PlacementTrial> tried, KnownExtent extent) => new(
        "GEO_PLACE_ELSEWHERE",
        $"文件没有写明坐标系，例如坐标（{example.X:0.####}, {example.Y:0.####}），试过经纬度、各带高斯平面坐标和网络墨卡托，"
            + (tried.Count == 0 ? $"都不在{Inside(extent)}。" : $"都不全在{Inside(extent)}：{List([.. tried.Take(Listed)])}。") + "没有导入。",
        Missing(extent));

    private static (string Code, string Cause, string Remedy) Cause(CoordinateSystem? stated, CoordinateReading better)
    {
        var crs = better.System?.Epsg is { } code ? $"--crs EPSG:{code}" : "--crs";
        var zone = better.System?.Zone;
        return better switch
        {
            { Form: NumberForm.PackedAfterPoint or NumberForm.PackedWhole } =>
                ("GEO_PLACE_DMS", "坐标像是度分秒写在一个数里，不是十进制度", "把度分秒换算成十进制度（度 + 分/60 + 秒/3600）后重新导入。"),
            { Form: NumberForm.DecimalLost } =>
                ("GEO_PLACE_DECIMAL", "坐标像是丢了小数点，或者用了别的长度单位", "请提供者核对单位和小数点，改正后重新导入。"),
            { System: null } =>
                ("GEO_PLACE_MIXED_ZONES", "文件里混有几个带号的坐标", "按带号分成几个文件，各自写明坐标系后导入。"),
            { IsSwapped: true } =>
                ("GEO_PLACE_SWAPPED", "两个坐标像是写反了（测量的 X 是北坐标、Y 是东坐标；经纬度应经度在前）", $"把两列对调后重新导入{(Same(stated, better.System) ? "" : $"，并用 {crs} 写明坐标系")}。"),
            _ when stated is null => ("GEO_PLACE_UNSTATED", "文件没有写明坐标系", $"核实后用 {crs} 写明。"),
            { System.Form: CoordinateForm.Degrees } =>
                ("GEO_PLACE_DEGREES", "坐标像是经纬度（度），不是写明的平面坐标（米）", $"核实后用 {crs} 导入。"),
            _ when stated.Form == CoordinateForm.Degrees =>
                ("GEO_PLACE_METRES", "坐标像是平面坐标（米），不是写明的经纬度", $"核实后用 {crs} 导入。"),
            _ when SameMeridian(stated, better.System) && zone?.Prefix is null =>
                ("GEO_PLACE_NO_PREFIX", "东坐标像是没有加带号", $"核实后用 {crs} 导入，或在东坐标前补上带号。"),
            _ when SameMeridian(stated, better.System) =>
                ("GEO_PLACE_PREFIX", "东坐标前像是已加带号", $"核实后用 {crs} 导入。"),
            _ => ("GEO_PLACE_ZONE", "写明的带号（中央经线）像是错的", $"核实后用 {crs} 导入。"),
        };
    }

    private static bool Same(CoordinateSystem? one, CoordinateSystem? other) => one is not null && other is not null && ReferenceEquals(one, other);

    private static bool SameMeridian(CoordinateSystem one, CoordinateSystem? other) =>
        one.Zone is { } a && other?.Zone is { } b && a.CentralMeridian == b.CentralMeridian;

    private static string AsStated(PlacementTrial? stated) => stated is null ? "文件没有写明坐标系；" : $"按写明的{stated.Reading}读，{stated.Where}；";

    private static string List(IReadOnlyList<PlacementTrial> trials) =>
        string.Join("；", trials.Take(Listed).Select(t => $"按{t.Reading}，{t.Where}")) + (trials.Count > Listed ? "；……" : "");

    private static string Inside(KnownExtent extent) => extent.IsChina ? "中国范围内" : "地库已有的行政区内";

    private static string Missing(KnownExtent extent) => extent.IsChina
        ? "请提供者写明坐标系和单位；地方独立坐标系须先由测绘主管部门转换为 CGCS2000。"
        : "如果所在区县的界线还没有导入，先导入它（--as districts）；否则请提供者核对坐标系，地方独立坐标系须先由测绘主管部门转换为 CGCS2000。";
}
