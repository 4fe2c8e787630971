namespace Huodi.Formats.Sources;

/// <summary>One column of a source.</summary>
/// <param name="Name">Its name as the file writes it.</param>
/// <param name="Kind">What its cells hold as far as the file declares it; a cell may still differ.</param>
public sealed record SourceColumn(string Name, SourceKind Kind);
