namespace Huodi.Formats.Imports;

/// <summary>Everything a file can be imported as. A new one is a class and a line here.</summary>
public static class LayerImports
{
    /// <summary>All, in the order they are offered.</summary>
    public static IReadOnlyList<ILayerImport> All { get; } = [];

    /// <summary>The one of that name, or null.</summary>
    public static ILayerImport? Find(string name) => All.FirstOrDefault(i => i.Name == name);
}
