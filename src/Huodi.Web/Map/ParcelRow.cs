using Huodi.Policies.Answers;
using Huodi.Web.Assessments;

namespace Huodi.Web.Map;

/// <summary>A parcel in the list beside the map.</summary>
public sealed record ParcelRow(string Id, string Name, string District, string Area, bool IsGenerated, TellingAnswer? Answer)
{
    /// <summary>The outcome; null when no run judged it.</summary>
    public Outcome? Outcome => Answer?.Outcome;
}
