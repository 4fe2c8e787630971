namespace Huodi.App.Lineage;

/// <summary>The file that brought the shapes of a change.</summary>
/// <param name="File">Its name, without a folder.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex.</param>
public sealed record ChangeSource(string File, string Hash);
