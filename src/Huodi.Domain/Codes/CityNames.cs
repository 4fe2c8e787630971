namespace Huodi.Domain.Codes;

/// <summary>Names of cities (GB/T 2260), which no imported layer carries.</summary>
public static class CityNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["210200"] = "大连市",
        ["340100"] = "合肥市",
        ["370200"] = "青岛市",
        ["650100"] = "乌鲁木齐市",
    };

    /// <summary>The name, 全国 for the country, or 代码 and the code for a city that is not listed.</summary>
    public static string Of(DivisionCode city) =>
        city == DivisionCode.Country ? "全国" : Names.GetValueOrDefault(city.Digits) ?? $"代码 {city.Digits}";
}
