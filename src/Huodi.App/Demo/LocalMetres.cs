namespace Huodi.App.Demo;

/// <summary>
/// Metres a degree of longitude and latitude is long at one latitude of the CGCS2000 ellipsoid. A parcel some hundred metres wide
/// measured with the scales of its own centre is off by less than one part in a million.
/// </summary>
internal readonly record struct LocalMetres(double PerLongitude, double PerLatitude)
{
    private const double SemiMajor = 6_378_137.0;
    private const double Flattening = 1 / 298.257222101;
    private const double EccentricitySquared = Flattening * (2 - Flattening);

    public static LocalMetres At(double latitude)
    {
        var radians = double.DegreesToRadians(latitude);
        var sine = Math.Sin(radians);
        var w = 1 - (EccentricitySquared * sine * sine);
        var primeVertical = SemiMajor / Math.Sqrt(w);
        var meridian = primeVertical * (1 - EccentricitySquared) / w;
        return new(double.DegreesToRadians(primeVertical * Math.Cos(radians)), double.DegreesToRadians(meridian));
    }
}
