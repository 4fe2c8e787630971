namespace Huodi.App.Overlays;

/// <summary>One imported state of a control layer. A later import of the same name is a new version; the earlier stays.</summary>
/// <param name="Number">Number in the store; 0 while it is not saved.</param>
/// <param name="Name">Name of the layer, for example 永久基本农田.</param>
/// <param name="Version">1, 2, … of that name; 0 while it is not saved.</param>
/// <param name="File">Name of the file, without a folder.</param>
/// <param name="FileHash">SHA-256 of the file's bytes, lower-case hex.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Shapes">How many polygons it has.</param>
/// <param name="Note">How the shapes came about, for example the distance they were buffered by; may be empty.</param>
public sealed record ControlLayerVersion(
    long Number, string Name, int Version, string File, string FileHash, DateTimeOffset ImportedAt, int Shapes, string Note)
{
    /// <summary>Name and version in words.</summary>
    public override string ToString() => $"{Name}（第 {Version} 版）";
}
