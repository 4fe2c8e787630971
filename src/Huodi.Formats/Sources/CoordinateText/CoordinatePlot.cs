using NetTopologySuite.Geometries;

namespace Huodi.Formats.Sources.CoordinateText;

/// <summary>A plot to be written as coordinate txt.</summary>
/// <param name="Hectares">地块面积, 公顷; null leaves it blank.</param>
/// <param name="Number">地块编号.</param>
/// <param name="Name">地块名称.</param>
/// <param name="Sheet">图幅号; may be empty.</param>
/// <param name="Use">地块用途; may be empty.</param>
/// <param name="LandClass">地类编码; may be empty.</param>
/// <param name="Shape">Polygon or MultiPolygon in the plane of the file, east first.</param>
public sealed record CoordinatePlot(decimal? Hectares, string Number, string Name, string Sheet, string Use, string LandClass, Geometry Shape);
