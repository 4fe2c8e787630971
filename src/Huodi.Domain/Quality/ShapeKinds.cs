using static Huodi.Domain.Quality.QualitySeverity;

namespace Huodi.Domain.Quality;

/// <summary>What can be found about one shape.</summary>
public static class ShapeKinds
{
    public static QualityKind Missing { get; } = new("SHAPE_MISSING", "没有图形", Error, "补画界线，或删去这一条后重新导入。");

    public static QualityKind Empty { get; } = new("SHAPE_EMPTY", "空图形", Error, "补画界线，或删去这一条后重新导入。");

    public static QualityKind Type { get; } = new("SHAPE_TYPE", "不是面", Error, "导出面图层；线请在 QGIS 中用“线转面”转换。");

    public static QualityKind Coordinate { get; } = new("SHAPE_COORDINATE", "坐标不是数", Error, "检查导出程序：坐标须是有限的数，不能是 NaN 或无穷大。");

    public static QualityKind TooFewPoints { get; } = new("SHAPE_TOO_FEW_POINTS", "点太少", Error, "一环至少要三个不同的点；补画，或删去这一环。");

    public static QualityKind TooManyPoints { get; } = new("SHAPE_TOO_MANY_POINTS", "点太多", Error, "多半是栅格转出的边界：按原测界址点重新导出，或抽稀后核对。");

    public static QualityKind RingOpen { get; } = new("SHAPE_RING_OPEN", "环没有闭合", Error, "在末尾重复起点，或检查是否漏了最后几个点。");

    public static QualityKind RingDirection { get; } = new("SHAPE_RING_DIRECTION", "环方向不符", Note, "内环应与外环方向相反；可用修复建议改正，不影响界线。");

    public static QualityKind SelfIntersection { get; } = new("SHAPE_SELF_INTERSECTION", "自相交", Error, "对照宗地图，检查该处界址点的顺序。");

    public static QualityKind SelfTouch { get; } = new("SHAPE_SELF_TOUCH", "环在一点上自相接触", Error, "把接触处分成两部分或一个内环，对照宗地图改正。");

    public static QualityKind HoleOutside { get; } = new("SHAPE_HOLE_OUTSIDE", "内环在外环之外", Error, "核对内环归属：它应是另一宗地，或属于另一部分。");

    public static QualityKind HolesNested { get; } = new("SHAPE_HOLES_NESTED", "内环套内环", Error, "内环里的地块应另成一部分或另一宗地。");

    public static QualityKind HoleTouches { get; } = new("SHAPE_HOLE_TOUCHES", "内环接触外环", Warning, "核对该处界线：内环只在一点上碰到外环，可能漏画或多画了一点。");

    public static QualityKind PartsOverlap { get; } = new("SHAPE_PARTS_OVERLAP", "部分互相重叠", Error, "各部分不能重叠：合并，或删去重复的部分。");

    public static QualityKind RingsDuplicate { get; } = new("SHAPE_RINGS_DUPLICATE", "重复的环", Error, "删去重复的环。");

    public static QualityKind Disconnected { get; } = new("SHAPE_DISCONNECTED", "内部不连通", Error, "内环把宗地隔成了几块：改成多部分，或改正内环。");

    public static QualityKind Undecided { get; } = new("SHAPE_UNDECIDED", "无法判断", Error, "图形过于异常，检查程序无法判断；请在 QGIS 中打开核对。");

    public static QualityKind Multipart { get; } = new("SHAPE_MULTIPART", "多部分", Note, "一宗地通常只有一部分；核对是否应分成几宗。");

    public static QualityKind DuplicateVertex { get; } = new("SHAPE_DUPLICATE_VERTEX", "重复点", Warning, "删去重复的点；可用修复建议处理。");

    public static QualityKind Spike { get; } = new("SHAPE_SPIKE", "尖刺", Warning, "多半是多余的界址点；对照宗地图，可用修复建议处理。");

    public static QualityKind Sliver { get; } = new("SHAPE_SLIVER", "碎片", Warning, "多半是叠加或数字化的残余；核对是否真有这块地。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<QualityKind> All { get; } =
    [
        Missing, Empty, Type, Coordinate, TooFewPoints, TooManyPoints, RingOpen, RingDirection, SelfIntersection, SelfTouch, HoleOutside,
        HolesNested, HoleTouches, PartsOverlap, RingsDuplicate, Disconnected, Undecided, Multipart, DuplicateVertex, Spike, Sliver,
    ];
}
