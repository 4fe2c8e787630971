using Huodi.Domain.Codes;
using Huodi.Domain.Districts;

namespace Huodi.Web.Map;

/// <summary>A city with its districts, as choices of a list.</summary>
/// <param name="Code">行政区划代码 of the city.</param>
/// <param name="Name">Its name.</param>
/// <param name="Districts">Codes and names of its districts.</param>
public sealed record CityChoices(string Code, string Name, IReadOnlyList<(string Code, string Name)> Districts)
{
    /// <summary>The cities that loaded districts lie in.</summary>
    public static IReadOnlyList<CityChoices> Of(IEnumerable<District> districts) =>
    [
        .. districts.GroupBy(d => d.Code.City).OrderBy(g => g.Key.Digits, StringComparer.Ordinal)
            .Select(g => new CityChoices(g.Key.Digits, CityNames.Of(g.Key), [.. g.Select(d => (d.Code.Digits, d.Name))])),
    ];
}
