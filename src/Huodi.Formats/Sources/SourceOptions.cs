namespace Huodi.Formats.Sources;

/// <summary>How a file is to be opened.</summary>
/// <param name="Layer">Layer, sheet or table to read; null when the file has only one worth reading.</param>
/// <param name="Limits">How much is read at most.</param>
/// <param name="Folder">Folder for what has to be unpacked or converted first; a folder of its own is made in it and removed when the source is disposed.</param>
public sealed record SourceOptions(string? Layer, ImportLimits Limits, string Folder)
{
    /// <summary>The only layer, the default limits, the system's temporary folder.</summary>
    public static SourceOptions Default { get; } = new(null, ImportLimits.Default, Path.GetTempPath());
}
