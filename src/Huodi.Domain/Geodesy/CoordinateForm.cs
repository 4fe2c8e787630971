namespace Huodi.Domain.Geodesy;

/// <summary>How a coordinate system writes a place.</summary>
public enum CoordinateForm
{
    /// <summary>Degrees, longitude first.</summary>
    Degrees,

    /// <summary>Metres on a transverse Mercator plane, east first. Surveyors call the north value X and the east value Y.</summary>
    TransverseMercator,

    /// <summary>Metres of the web maps (EPSG:3857), east first.</summary>
    WebMercator,
}
