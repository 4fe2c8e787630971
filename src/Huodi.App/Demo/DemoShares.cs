namespace Huodi.App.Demo;

/// <summary>How many parcels each district gets: more where there is more room, but urban districts before counties, and none beyond its room.</summary>
internal static class DemoShares
{
    private const int LastUrbanCounty = 20; // GB/T 2260: 01-20 are districts of a city

    public static int[] Of(IReadOnlyList<DemoSites> sites, int count)
    {
        var shares = new int[sites.Count];
        var left = count;
        while (left > 0)
        {
            var open = Enumerable.Range(0, sites.Count).Where(i => shares[i] < sites[i].Capacity).ToList();
            var total = open.Sum(i => Weight(sites[i]));
            var given = 0;
            foreach (var i in open)
            {
                var fair = Math.Max(1, (int)(left * Weight(sites[i]) / total));
                var share = Math.Min(Math.Min(fair, sites[i].Capacity - shares[i]), left - given);
                shares[i] += share;
                given += share;
            }

            left -= given;
        }

        return shares;
    }

    private static double Weight(DemoSites site) =>
        Math.Sqrt(site.Capacity) * (int.Parse(site.District.Code.Digits.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture) <= LastUrbanCounty ? 2 : 1);
}
