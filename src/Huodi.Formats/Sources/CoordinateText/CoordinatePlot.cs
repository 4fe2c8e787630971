using System.Globalization;
using System.Text.Json;
using Huodi.Domain.Facts;
using Huodi.Domain.Geodesy;
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
public sealed record CoordinatePlot(decimal? Hectares, string Number, string Name, string Sheet, string Use, string LandClass, Geometry Shape)
{
    private const decimal SquareMetresPerHectare = 10_000;

    /// <summary>A piece of land in a plane. Its area is the registered one; one that is unknown stays blank, the measured one is another figure.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="name">Its name.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="shape">EPSG:4490, longitude first.</param>
    /// <param name="system">The plane.</param>
    public static CoordinatePlot Of(string id, string name, FactSheet facts, Geometry shape, CoordinateSystem system) =>
        new(Registered(facts), id, name, "", Text(facts, "土地用途"), "", system.FromCgcs2000(shape));

    private static decimal? Registered(FactSheet facts) =>
        facts.Find("宗地面积")?.Value is { } value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var area)
            ? area / SquareMetresPerHectare / 1.000000000000000000000000000m // the division drops trailing zeros
            : null;

    private static string Text(FactSheet facts, string fact) =>
        facts.Find(fact)?.Value is { } value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
}
