using Huodi.Policies.Answers;

namespace Huodi.Web.Map;

/// <summary>A parcel in the list beside the map.</summary>
public sealed record ParcelRow(string Id, string Name, string District, string Area, bool IsGenerated, Outcome? Outcome);
