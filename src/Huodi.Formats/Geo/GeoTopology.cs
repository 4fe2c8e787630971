using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Huodi.Formats.Geo;

/// <summary>
/// Checks a shape's topology. An administrative boundary is a picture of a line fixed elsewhere, and an invalid one breaks every
/// overlay, so it is repaired when that changes its area hardly at all, and the change is reported. A parcel's boundary is the
/// legal fact itself and is never changed: an invalid one is refused.
/// </summary>
internal sealed class GeoTopology(double tolerance)
{
    private const string Column = "geometry";
    private const double KilometresPerDegree = 111.32;

    /// <summary>The shape, repaired where need be; null when the repair would change it too much.</summary>
    public Geometry? Repaired(Geometry shape, Findings findings)
    {
        if (Fault(shape) is not { } fault) return shape;

        var repaired = GeometryFixer.Fix(shape);
        var change = Math.Abs(repaired.Area - shape.Area) / Math.Max(repaired.Area, shape.Area);
        var words = $"边界{fault}；修复后面积由约 {Square(shape):0.0000} 变为 {Square(repaired):0.0000} 平方公里（{change:P4}），顶点由 {shape.NumPoints} 变为 {repaired.NumPoints} 个";
        if (repaired is not (Polygon or MultiPolygon) || repaired.IsEmpty || !(change <= tolerance))
        {
            findings.Error(Column, "GEO_INVALID", $"{words}，改动超过 {tolerance:P1}，没有采用。", "在 QGIS 中用“修正几何图形”处理并核对，再导入。");
            return null;
        }

        findings.Warning(Column, "GEO_REPAIRED", $"{words}，已采用修复后的边界。", "边界只用于落图；需要精确界线的，请导入勘界成果。");
        return repaired;
    }

    /// <summary>Refuses an invalid shape.</summary>
    public static bool Accept(Geometry shape, Findings findings)
    {
        if (Fault(shape) is not { } fault) return true;
        findings.Error(Column, "GEO_INVALID", $"界线{fault}。", "宗地界线是权属依据，系统不代为修改：对照宗地图改正后重新导入。");
        return false;
    }

    private static string? Fault(Geometry shape)
    {
        var check = new IsValidOp(shape);
        if (check.IsValid) return null;
        var error = check.ValidationError;
        var what = error.ErrorType switch
        {
            TopologyValidationErrors.SelfIntersection => "自相交",
            TopologyValidationErrors.RingSelfIntersection => "的环在一点上自相接触",
            TopologyValidationErrors.HoleOutsideShell => "的内环在外环之外",
            TopologyValidationErrors.NestedShells => "的部分互相重叠",
            TopologyValidationErrors.NestedHoles => "的内环互相重叠",
            TopologyValidationErrors.DuplicateRings => "有重复的环",
            TopologyValidationErrors.DisconnectedInteriors => "的内部不连通",
            TopologyValidationErrors.TooFewPoints => "的点太少",
            _ => "在拓扑上无效",
        };
        return $"{what}（在 {error.Coordinate.X:0.######}, {error.Coordinate.Y:0.######} 附近）";
    }

    /// <summary>About how many square kilometres: for a message, not for a register.</summary>
    private static double Square(Geometry shape) =>
        shape.Area * KilometresPerDegree * KilometresPerDegree * Math.Cos(double.DegreesToRadians(shape.EnvelopeInternal.Centre.Y));
}
