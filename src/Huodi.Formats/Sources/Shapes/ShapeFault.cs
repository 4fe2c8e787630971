using Huodi.App.Imports;

namespace Huodi.Formats.Sources.Shapes;

/// <summary>Why a shape cannot be drawn from a file; worded once for every format.</summary>
internal sealed record ShapeFault(string Code, string Message, string Suggestion)
{
    public const string Column = "geometry";

    public static ShapeFault Broken(string what) => new("GEO_BROKEN", $"图形数据无法读取：{what}。", "文件可能被截断或损坏：重新导出后再导入。");

    public static ShapeFault Empty { get; } = new("GEO_GEOMETRY_EMPTY", "图形没有坐标。", "补画边界，或删去这个要素后重新导入。");

    public static ShapeFault Curve { get; } = new(
        "GEO_CURVE", "图形含有圆弧（曲线面），界线须是折线。", "在 QGIS 或 ogr2ogr（-nlt CONVERT_TO_LINEAR）中转成折线后重新导入。");

    public static ShapeFault NotFinite(int ring, int point) => new(
        "GEO_COORDINATE", $"第 {ring} 环第 {point} 点不是一对有限的数（NaN 或无穷大）。", "检查导出程序，按原始界址点成果改正。");

    public static ShapeFault Open(int ring, double x, double y, double endX, double endY) => new(
        "GEO_RING_OPEN", $"第 {ring} 环没有闭合：起点（{x:0.######}, {y:0.######}），终点（{endX:0.######}, {endY:0.######}）。", "在末尾重复起点，或在 QGIS 中检查是否漏了最后几个点。");

    public static ShapeFault Short(int ring, int points) => new(
        "GEO_RING_SHORT", $"第 {ring} 环只有 {points} 个点，围不成面。", "至少三个不同的点，并以起点收尾；补画后重新导入。");

    public ImportDiagnostic At(int row) => new(row, Column, Code, ImportSeverity.Error, Message, Suggestion);
}
