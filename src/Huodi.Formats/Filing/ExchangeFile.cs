using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.App.Filing;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Filing;

/// <summary>
/// The part of a package that loses nothing: one GeoJSON feature a line (GeoJSONSeq, RFC 8142 without the record separator), each with the
/// identity, name, division and every fact with the digits it was recorded with. GDAL and QGIS read it too.
/// </summary>
internal sealed class ExchangeFile : IFilingWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;

    public ExchangeFile(string path)
    {
        _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _json = new(_file, Readable);
    }

    /// <inheritdoc/>
    public void Write(FilingRow row)
    {
        var subject = row.Subject;
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        _json.WriteString("id", subject.Id);
        _json.WriteStartObject("properties");
        _json.WriteString("名称", subject.Name);
        _json.WriteString("行政区划代码", subject.Division.Digits);
        if (subject.IsGenerated) _json.WriteBoolean("演示数据", true);
        if (subject.SourceCrs is { } crs) _json.WriteString("来源坐标系", crs);
        if (subject.Category is { } category) _json.WriteString("类别", category);
        _json.WriteStartObject("事实");
        foreach (var fact in subject.Facts.All)
        {
            _json.WritePropertyName(fact.Name);
            fact.Value.WriteTo(_json);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WritePropertyName("geometry");
        if (subject.Shape is { } shape) Geometry(shape);
        else _json.WriteNullValue();
        _json.WriteEndObject();
        _json.Flush();
        _file.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Finish() => _file.Flush(flushToDisk: true);

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void Geometry(Geometry shape)
    {
        _json.WriteStartObject();
        _json.WriteString("type", "MultiPolygon");
        _json.WriteStartArray("coordinates");
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            var polygon = (Polygon)shape.GetGeometryN(part);
            _json.WriteStartArray();
            Ring(polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings) Ring(hole);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Ring(LineString ring)
    {
        _json.WriteStartArray();
        foreach (var point in ring.Coordinates)
        {
            _json.WriteStartArray();
            _json.WriteNumberValue(point.X);
            _json.WriteNumberValue(point.Y);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }
}
