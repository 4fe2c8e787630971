namespace Huodi.Domain.Geodesy.Placement;

/// <summary>The readings of a file that are worth trying, each with how far it departs from what the file says.</summary>
internal static class LikelyReadings
{
    private const int MostLostDecimals = 9;
    private const int Swapping = 1;

    // Steps away from what is stated. A file that says nothing may be in any system that its numbers themselves name.
    private const int SameMeridian = 1;
    private const int OtherKind = 2;
    private const int OtherZone = 3;
    private const int OtherNumbers = 5;
    private const int SeveralZones = 7;

    /// <summary>Every reading with its distance, each once; the stated one comes first with 0.</summary>
    public static IEnumerable<(CoordinateReading Reading, int Distance)> Of(CoordinateSystem? stated)
    {
        var seen = new HashSet<CoordinateReading>();
        foreach (var (reading, distance) in All(stated))
        {
            if (seen.Add(reading)) yield return (reading, distance);
        }
    }

    private static IEnumerable<(CoordinateReading Reading, int Distance)> All(CoordinateSystem? stated)
    {
        foreach (var swapped in new[] { false, true })
        {
            var extra = swapped ? Swapping : 0;
            foreach (var (system, distance) in Systems(stated)) yield return (new(system, swapped, NumberForm.AsWritten), distance + extra);
            foreach (var form in new[] { NumberForm.PackedAfterPoint, NumberForm.PackedWhole })
            {
                yield return (new(CoordinateSystems.Cgcs2000, swapped, form), OtherNumbers + extra);
            }

            for (var lost = 1; lost <= MostLostDecimals; lost++)
            {
                foreach (var system in Plain(stated)) yield return (new(system, swapped, NumberForm.DecimalLost, lost), OtherNumbers + 1 + extra);
            }

            yield return (new(null, swapped, NumberForm.AsWritten), SeveralZones + extra);
        }
    }

    private static IEnumerable<(CoordinateSystem System, int Distance)> Systems(CoordinateSystem? stated)
    {
        if (stated is not null) yield return (stated, 0);
        if (Counterpart(stated) is { } counterpart) yield return (counterpart, SameMeridian);
        var other = stated is null ? 0 : OtherKind;
        yield return (CoordinateSystems.Cgcs2000, stated?.Form == CoordinateForm.Degrees ? SameMeridian : other);
        yield return (CoordinateSystems.WebMercatorMetres, other);
        for (var meridian = 75; meridian <= 135; meridian += 3)
        {
            if (CoordinateSystems.ThreeDegree(meridian, hasPrefix: true) is { } three) yield return (three, stated?.Zone is null ? other : OtherZone);
            if (CoordinateSystems.SixDegree(meridian, hasPrefix: true) is { } six) yield return (six, stated?.Zone is null ? other : OtherZone);

            // On a plane without a prefix the 3-degree and 6-degree zones of one meridian are the same.
            if (CoordinateSystems.ThreeDegree(meridian, hasPrefix: false) is { } bare) yield return (bare, OtherZone);
        }
    }

    /// <summary>The plane of the same central meridian with, or without, the zone number before its east values.</summary>
    private static CoordinateSystem? Counterpart(CoordinateSystem? stated) => stated is { Datum: GeodeticDatum.Cgcs2000, Zone: { Width: > 0 } zone }
        ? zone.Width == 6
            ? CoordinateSystems.SixDegree((int)zone.CentralMeridian, zone.Prefix is null)
            : CoordinateSystems.ThreeDegree((int)zone.CentralMeridian, zone.Prefix is null)
        : null;

    private static IEnumerable<CoordinateSystem?> Plain(CoordinateSystem? stated)
    {
        if (stated is not null) yield return stated;
        if (Counterpart(stated) is { } counterpart) yield return counterpart;
        yield return CoordinateSystems.Cgcs2000;
        yield return null;
    }
}
