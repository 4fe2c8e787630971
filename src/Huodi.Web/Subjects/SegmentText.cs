using Huodi.Domain.Clocks;
using Huodi.Policies.Explaining;

namespace Huodi.Web.Subjects;

/// <summary>What a stretch of days does, in words.</summary>
internal static class SegmentText
{
    /// <summary>Whether the days count, and why not.</summary>
    public static string Kind(ClockSegment segment) => segment.Kind switch
    {
        SegmentKind.Counted => "计入",
        SegmentKind.Excluded => $"不计入（{string.Join("、", segment.Causes)}）",
        _ => $"不计入（{string.Join("、", segment.Causes)}之前）",
    };

    /// <summary>The whole line.</summary>
    public static string Of(ClockSegment segment) =>
        $"{Figures.Day(segment.From)} 至 {Figures.Day(segment.To)}，{Figures.Count(segment.Days)} 天，{Kind(segment)}";
}
