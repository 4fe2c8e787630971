namespace Huodi.Domain.Geodesy;

/// <summary>The sphere of the web maps (EPSG:3857).</summary>
internal static class WebMercator
{
    private const double Radius = 6_378_137;

    public static (double Longitude, double Latitude) ToDegrees(double x, double y) =>
        (double.RadiansToDegrees(x / Radius), double.RadiansToDegrees(Math.Atan(Math.Sinh(y / Radius))));

    public static (double X, double Y) FromDegrees(double longitude, double latitude) =>
        (Radius * double.DegreesToRadians(longitude), Radius * Math.Asinh(Math.Tan(double.DegreesToRadians(latitude))));
}
