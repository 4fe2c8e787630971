using Huodi.Formats.Geo;
using Huodi.Formats.SupplyResults;

namespace Huodi.Formats.Imports;

/// <summary>Everything a file can be imported as. A new one is a class and a line here.</summary>
public static class LayerImports
{
    /// <summary>All, in the order they are offered.</summary>
    public static IReadOnlyList<ILayerImport> All { get; } =
    [
        new ParcelImport(),
        new BatchImport("districts", "区县边界（GeoJSON）", DistrictsReader.Read),
        new BatchImport("supply-results", "供地结果（CSV）", SupplyResultsReader.Read),
    ];

    /// <summary>The one of that name, or null.</summary>
    public static ILayerImport? Find(string name) => All.FirstOrDefault(i => i.Name == name);
}
