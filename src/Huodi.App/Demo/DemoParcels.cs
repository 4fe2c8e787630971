using System.Globalization;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;

namespace Huodi.App.Demo;

/// <summary>
/// Makes parcels that no authority has surveyed, inside real districts, so that a map has shapes and every answer occurs. They say
/// what they are in id, name and source. The same districts, count, seed and day give the same parcels.
/// </summary>
public static class DemoParcels
{
    /// <summary>File name in the source of every generated fact.</summary>
    public const string SourceFile = "演示生成";

    private const double LargestCell = 780;
    private const double SmallestCell = 100;

    /// <summary>Whether these facts were generated.</summary>
    public static bool Made(FactSheet facts) => facts.All.Count > 0 && facts.All[0].Source.File == SourceFile;

    /// <summary>
    /// Makes the parcels one by one, district by district. Registered area (宗地面积) is the area measured by the local scales of the
    /// CGCS2000 ellipsoid; for one in ten it differs, as registers do.
    /// </summary>
    /// <param name="districts">Districts with valid boundaries.</param>
    /// <param name="count">How many; none is a fair answer.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="today">The day on which the facts stand; nothing actual happens after it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The districts cannot hold so many.</exception>
    public static IEnumerable<Parcel> Generate(IReadOnlyList<District> districts, int count, ulong seed, DateOnly today)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? [] : Stream(Layout(districts, count, seed), count, today);
    }

    private static IEnumerable<Parcel> Stream(List<DemoSites> sites, int count, DateOnly today)
    {
        var shares = DemoShares.Of(sites, count);
        var overall = 0;
        for (var d = 0; d < sites.Count; d++)
        {
            var (site, number) = (sites[d], 0);
            foreach (var cell in site.Choose(shares[d]))
            {
                number++;
                overall++;
                var random = site.RandomFor(number);
                var (shape, area) = site.Block(cell, random);
                var label = overall.ToString("0000", CultureInfo.InvariantCulture);
                yield return new(
                    $"DEMO-{site.District.Code}-{number.ToString("000000", CultureInfo.InvariantCulture)}",
                    $"演示地块 {label}（生成）",
                    site.District.Code,
                    shape,
                    IsGenerated: true,
                    new DemoFacts(random, today, overall, label).Of(site.District.Code, area));
            }
        }
    }

    private static List<DemoSites> Layout(IReadOnlyList<District> districts, int count, ulong seed)
    {
        var ordered = districts.OrderBy(d => d.Code.Digits, StringComparer.Ordinal).ToList();
        var total = ordered.Sum(Metres);
        var cell = Math.Clamp(Math.Sqrt(total / count / 2.5), SmallestCell, LargestCell);
        while (true)
        {
            var sites = ordered.ConvertAll(d => new DemoSites(d, cell, seed));
            var capacity = sites.Sum(s => (long)s.Capacity);
            if (capacity >= count) return sites;
            if (cell <= SmallestCell)
            {
                throw new ArgumentOutOfRangeException(nameof(count), count, $"这些区县里最多能放 {capacity} 个演示地块，请减少数量或导入更多区县。");
            }

            cell = Math.Max(SmallestCell, cell * 0.85);
        }
    }

    private static double Metres(District district)
    {
        var scale = LocalMetres.At(district.Boundary.EnvelopeInternal.Centre.Y);
        return district.Boundary.Area * scale.PerLongitude * scale.PerLatitude;
    }
}
