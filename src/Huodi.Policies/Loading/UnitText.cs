namespace Huodi.Policies.Loading;

/// <summary>A table header with its unit: 建筑面积(万平方米).</summary>
internal static class UnitText
{
    /// <summary>Splits the unit off; a header without one comes back whole.</summary>
    public static (string Name, string? Unit) Split(string header)
    {
        if (header.Length < 3 || header[^1] is not (')' or '）')) return (header, null);
        var open = header.LastIndexOfAny(['(', '（']);
        return open > 0 ? (header[..open].Trim(), header[(open + 1)..^1].Trim()) : (header, null);
    }
}
