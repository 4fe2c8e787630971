using System.Globalization;

namespace Huodi.Domain.Quality;

/// <summary>Where in a shape a finding lies.</summary>
/// <param name="Longitude">Degrees, EPSG:4490.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Part">Part of the shape, from 1; 0 when the finding is not about one part.</param>
/// <param name="Ring">Ring of the part, from 1, which is the outer one; 0 when the finding is not about one ring.</param>
/// <param name="Vertex">Vertex of the ring, from 1, nearest to the place; 0 when there is none.</param>
public readonly record struct QualityPlace(double Longitude, double Latitude, int Part = 0, int Ring = 0, int Vertex = 0)
{
    /// <summary>The place in words: 第 1 部分第 2 环第 3 点（117.300000000, 31.800000000）.</summary>
    public override string ToString()
    {
        var words = (Part > 0 ? $"第 {Part} 部分" : "") + (Ring > 0 ? $"第 {Ring} 环" : "") + (Vertex > 0 ? $"第 {Vertex} 点" : "");
        return double.IsFinite(Longitude) && double.IsFinite(Latitude)
            ? string.Create(CultureInfo.InvariantCulture, $"{words}（{Longitude:0.000000000}, {Latitude:0.000000000}）")
            : words;
    }
}
