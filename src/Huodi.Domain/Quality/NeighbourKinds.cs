using static Huodi.Domain.Quality.QualitySeverity;

namespace Huodi.Domain.Quality;

/// <summary>What can be found between two parcels.</summary>
public static class NeighbourKinds
{
    public static QualityKind Overlap { get; } = new("NEIGHBOUR_OVERLAP", "与相邻宗地重叠", Warning, "核对两宗地的宗地图，确认界址线后改正其中一宗。");

    public static QualityKind Gap { get; } = new("NEIGHBOUR_GAP", "与相邻宗地有空隙", Warning, "核对两宗地是否共用界址线；共用的，让界址点一致。");

    public static QualityKind SameShape { get; } = new("NEIGHBOUR_SAME_SHAPE", "图形完全相同", Warning, "同一块地录了两次，或图形贴错：删去一宗，或改正图形。");

    public static QualityKind SameId { get; } = new("NEIGHBOUR_SAME_ID", "编号相同", Error, "一个编号只能有一宗：改正编号，或合并成一个多部分图形。");

    public static QualityKind Skipped { get; } = new("NEIGHBOUR_SKIPPED", "没有参加邻接检查", Note, "先改正图形的错误，再检查邻接。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<QualityKind> All { get; } = [Overlap, Gap, SameShape, SameId, Skipped];
}
