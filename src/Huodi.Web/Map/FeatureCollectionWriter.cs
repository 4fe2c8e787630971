using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NetTopologySuite.Geometries;

namespace Huodi.Web.Map;

/// <summary>Streams a GeoJSON FeatureCollection (RFC 7946). Each feature carries a point inside its shape as <c>lon</c> and <c>lat</c>.</summary>
internal sealed class FeatureCollectionWriter : IAsyncDisposable
{
    private const int Full = 1 << 16;
    private const int Digits = 7;

    private readonly Utf8JsonWriter _json;
    private readonly HttpResponse _response;

    /// <summary>Begins the collection.</summary>
    public FeatureCollectionWriter(HttpResponse response)
    {
        _response = response;
        response.ContentType = "application/geo+json; charset=utf-8";
        _json = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        _json.WriteStartArray("features");
    }

    /// <summary>Writes one feature.</summary>
    public void Feature(string id, Geometry shape, Action<Utf8JsonWriter> properties)
    {
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        _json.WriteString("id", id);
        _json.WriteStartObject("properties");
        properties(_json);
        var inside = shape.InteriorPoint.Coordinate;
        _json.WriteNumber("lon", Math.Round(inside.X, Digits));
        _json.WriteNumber("lat", Math.Round(inside.Y, Digits));
        _json.WriteEndObject();
        _json.WriteStartObject("geometry");
        Shape(shape);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>Sends what was written once it is worth it.</summary>
    public async ValueTask FlushWhenFullAsync(CancellationToken cancellation)
    {
        if (_json.BytesPending < Full) return;
        await _json.FlushAsync(cancellation);
        _ = await _response.BodyWriter.FlushAsync(cancellation);
    }

    /// <summary>Ends the collection.</summary>
    public async ValueTask EndAsync(CancellationToken cancellation)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private void Shape(Geometry shape)
    {
        var polygons = shape is Polygon single ? [single] : ((MultiPolygon)shape).Geometries.Cast<Polygon>().ToArray();
        _json.WriteString("type", shape is Polygon ? "Polygon" : "MultiPolygon");
        _json.WriteStartArray("coordinates");
        foreach (var polygon in polygons)
        {
            if (shape is MultiPolygon) _json.WriteStartArray();
            Ring(polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings) Ring(hole);
            if (shape is MultiPolygon) _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    private void Ring(LineString ring)
    {
        _json.WriteStartArray();
        foreach (var point in ring.Coordinates)
        {
            _json.WriteStartArray();
            _json.WriteNumberValue(Math.Round(point.X, Digits));
            _json.WriteNumberValue(Math.Round(point.Y, Digits));
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }
}
