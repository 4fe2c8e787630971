namespace Huodi.Domain.Geodesy;

/// <summary>A plane of a transverse Mercator projection.</summary>
/// <param name="CentralMeridian">In degrees east.</param>
/// <param name="FalseEasting">Metres added to the east value: 500,000, and the zone number times a million where it is written before it.</param>
/// <param name="FalseNorthing">Metres added to the north value; 0 in the national zones.</param>
/// <param name="Width">Degrees a zone is wide: 3 or 6; 0 for a plane outside the national division.</param>
public readonly record struct GaussZone(double CentralMeridian, double FalseEasting, double FalseNorthing, int Width)
{
    private const double Million = 1e6;

    /// <summary>The zone number before the east value, or null for the form without it.</summary>
    public int? Prefix => FalseEasting >= Million ? (int)(FalseEasting / Million) : null;

    /// <summary>The number of the zone in the national division (带号); 0 outside it.</summary>
    public int Number => Width switch
    {
        3 => (int)Math.Round(CentralMeridian / 3),
        6 => (int)Math.Round((CentralMeridian + 3) / 6),
        _ => 0,
    };
}
