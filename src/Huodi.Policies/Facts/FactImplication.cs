namespace Huodi.Policies.Facts;

/// <summary>A fact that follows from another: once <paramref name="Known"/> is known and <paramref name="When"/> holds, the value is <paramref name="Then"/>.</summary>
/// <param name="Known">Name of the other fact.</param>
/// <param name="When">FEEL condition over facts and 截至日, or null.</param>
/// <param name="Then">FEEL value.</param>
public sealed record FactImplication(string Known, string? When, string Then);
