using System.Globalization;

namespace Huodi.Domain.Geodesy;

/// <summary>The 属性描述 of a plot-coordinate txt: 坐标系=2000国家大地坐标系, 几度分带=3, 投影类型=高斯克吕格, 计量单位=米, 带号=40.</summary>
internal static class PlotHeader
{
    private const string SystemKey = "坐标系";

    public static bool IsHeader(string text) => Lines(text).Any(l => l.Key == SystemKey);

    public static (CoordinateSystem? System, GeodeticDatum? Datum) Read(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Lines(text)) fields[key] = value;
        var datum = DatumNames.Find(fields[SystemKey]);
        if (datum is not { } known) return (null, null);
        if (fields.GetValueOrDefault("计量单位") is { } unit && unit.Contains('度')) return (Degrees(known), datum);

        var width = Number(fields.GetValueOrDefault("几度分带"));
        var number = Number(fields.GetValueOrDefault("带号"));
        var meridian = (width, number) switch
        {
            (3, >= 25 and <= 45) => number * 3,
            (6, >= 13 and <= 23) => (number * 6) - 3,
            _ => 0,
        };
        return meridian == 0 ? (null, datum) : (CoordinateSystems.Of(known, new(meridian, 500_000 + (number * 1e6), 0, width), 1), datum);
    }

    private static CoordinateSystem? Degrees(GeodeticDatum datum) =>
        CoordinateSystems.All.FirstOrDefault(s => s.Datum == datum && s.Form == CoordinateForm.Degrees);

    /// <summary>The digits of “40”, “第40带”, “3度带”; 0 where there are none.</summary>
    private static int Number(string? text) =>
        int.TryParse(string.Concat((text ?? "").Where(char.IsAsciiDigit).Take(3)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<(string Key, string Value)> Lines(string text) =>
        from line in text.Split('\n')
        let at = line.IndexOfAny(['=', '＝'])
        where at > 0
        select (line[..at].Trim(), line[(at + 1)..].Trim());
}
