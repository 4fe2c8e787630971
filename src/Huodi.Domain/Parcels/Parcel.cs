using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Parcels;

/// <summary>宗地: a piece of land with closed boundaries and one right, as drawn.</summary>
/// <param name="Id">Identity in the store: the 宗地代码 where there is one, else the number the source gives.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Division">County-level 行政区划代码.</param>
/// <param name="Shape">Polygon or MultiPolygon, EPSG:4490, longitude first. Treated as frozen.</param>
/// <param name="IsGenerated">True for a demonstration parcel that no authority has surveyed. Shown wherever the parcel is shown.</param>
/// <param name="Facts">Recorded facts, the registered area (宗地面积) among them.</param>
public sealed record Parcel(string Id, string Name, DivisionCode Division, Geometry Shape, bool IsGenerated, FactSheet Facts)
{
    /// <summary>The area of <see cref="Shape"/> on the ellipsoid, to 0.01 ㎡; null when it was not measured. Not the registered area.</summary>
    public Area? MeasuredArea { get; init; }

    /// <summary>The coordinate system of the file the shape was read from, for example <c>EPSG:4528</c>; null when it was not kept.</summary>
    public string? SourceCrs { get; init; }

    /// <summary>Number of the change that ended the parcel; null while it stands. Lists of parcels hold only those that stand.</summary>
    public long? RetiredBy { get; init; }
}
