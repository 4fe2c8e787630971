namespace Huodi.App.Filing;

/// <summary>A delivery schema: what a filing package holds, in which order, type, length and unit.</summary>
/// <param name="Id">Stable name, for example <c>low-efficiency</c>.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Version">Version of the schema.</param>
/// <param name="FileName">Name of the files, without an extension.</param>
/// <param name="Encoding">Encoding of the Shapefile's table: GBK or UTF-8.</param>
/// <param name="Note">Where the schema comes from, and what it leaves open.</param>
/// <param name="Fields">The fields in their order.</param>
public sealed record FilingProfile(
    string Id, string Title, string Version, string FileName, string Encoding, string Note, IReadOnlyList<FilingField> Fields);
