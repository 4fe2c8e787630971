using Huodi.Formats.Approvals;
using Huodi.Formats.Geo;
using Huodi.Formats.Overlays;

namespace Huodi.Formats.Imports;

/// <summary>Everything a file can be imported as. A new one is a class and a line here.</summary>
public static class LayerImports
{
    /// <summary>All, in the order they are offered.</summary>
    public static IReadOnlyList<ILayerImport> All { get; } =
    [
        new ParcelImport(),
        new BatchImport(DistrictsReader.Layer, "区县边界（与宗地相同的各种图形格式）", BatchImport.DistrictsAsync),
        new BatchImport("supply-results", "供地结果（CSV、xlsx）", BatchImport.SupplyResultsAsync),
        new ControlLayerImport(),
        new ApprovalLayerImport(),
    ];

    /// <summary>The one of that name, or null.</summary>
    public static ILayerImport? Find(string name) => All.FirstOrDefault(i => i.Name == name);
}
