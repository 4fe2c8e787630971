using Huodi.Domain.Measures;

namespace Huodi.Domain.Lineage;

/// <summary>A parcel before or after a change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MeasuredArea">Area of its shape on the ellipsoid, to 0.01 ㎡.</param>
/// <param name="Carried">Facts taken over from what it was made of; empty before a change.</param>
/// <param name="ToRestate">Facts known before that do not carry over and were not stated anew: they are unknown now.</param>
public sealed record ChangedParcel(string Id, Area MeasuredArea, IReadOnlyList<string> Carried, IReadOnlyList<string> ToRestate);
