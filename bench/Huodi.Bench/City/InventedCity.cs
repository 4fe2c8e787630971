using Huodi.App.Demo;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Parcels;
using NetTopologySuite.Geometries;

namespace Huodi.Bench.City;

/// <summary>Parcels of a city with ten square districts of 1° each that bear the codes of 大连, filled by the demonstration's generator.</summary>
internal static class InventedCity
{
    private const ulong Seed = 20260301;
    private static readonly string[] Codes = ["210202", "210203", "210204", "210211", "210212", "210213", "210214", "210224", "210281", "210283"];

    public static IEnumerable<Parcel> Parcels(int count, DateOnly today)
    {
        var factory = new GeometryFactory(new PrecisionModel(), 4490);
        var districts = Codes.Select((code, i) =>
            new District(DivisionCode.Parse(code), code, factory.ToGeometry(new(110 + i, 111 + i, 39, 40)))).ToList();
        return DemoParcels.Generate(districts, count, Seed, today);
    }
}
