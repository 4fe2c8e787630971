namespace Huodi.Formats.Imports;

/// <summary>How far an import is.</summary>
/// <param name="Done">Rows done.</param>
/// <param name="Total">Rows there are, where known.</param>
public readonly record struct ImportProgress(long Done, long? Total);
