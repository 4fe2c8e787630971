using Huodi.Domain.Codes;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Districts;

/// <summary>A county-level district with its boundary.</summary>
/// <param name="Code">行政区划代码, county level.</param>
/// <param name="Name">Chinese name, for example 包河区.</param>
/// <param name="Boundary">Polygon or MultiPolygon, EPSG:4490, longitude first. Treated as frozen.</param>
public sealed record District(DivisionCode Code, string Name, Geometry Boundary);
