namespace Huodi.Domain.Geodesy;

/// <summary>The names under which files know the datums.</summary>
internal static class DatumNames
{
    private static readonly (string[] Words, GeodeticDatum Datum)[] Names =
    [
        (["西安", "Xian", "80国家大地", "80坐标", "1980"], GeodeticDatum.Xian1980),
        (["北京54", "54北京", "1954", "Beijing", "54坐标", "Krasov"], GeodeticDatum.Beijing1954),
        (["CGCS", "China_2000", "China 2000", "2000国家大地", "国家2000", "国家大地坐标系2000", "Geodetic_Coordinate_System_2000", "2000坐标", "2000国家"], GeodeticDatum.Cgcs2000),
        (["WGS", "World Geodetic", "World_Geodetic"], GeodeticDatum.Wgs84),
    ];

    /// <summary>The datum that a text names, or null.</summary>
    public static GeodeticDatum? Find(string text)
    {
        foreach (var (words, datum) in Names)
        {
            if (words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))) return datum;
        }

        return null;
    }
}
