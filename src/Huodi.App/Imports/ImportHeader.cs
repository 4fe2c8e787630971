namespace Huodi.App.Imports;

/// <summary>What is known of an import before its first row is read.</summary>
/// <param name="File">Name of the file, without a folder.</param>
/// <param name="FileHash">SHA-256 of the file's bytes, lower-case hex; empty where it was not worked out.</param>
/// <param name="Layer">What it is read as: <c>supply-results</c>, <c>districts</c>, <c>parcels</c>.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Columns">Header cells for exporting refused rows: of a table its own, of a layer its columns and WKT; empty where rows are not kept.</param>
public sealed record ImportHeader(string File, string FileHash, string Layer, DateTimeOffset ImportedAt, IReadOnlyList<string> Columns);
