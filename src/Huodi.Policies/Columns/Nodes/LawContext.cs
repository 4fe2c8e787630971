namespace Huodi.Policies.Columns.Nodes;

/// <summary>Whose day of the law is meant: a fixed one, the one a fact decides, or (neither) none, for what does not depend on it.</summary>
/// <param name="Day">The fixed day, or null.</param>
/// <param name="Fact">The fact whose date decides, or null.</param>
internal readonly record struct LawContext(DateOnly? Day, string? Fact)
{
    public static LawContext None => default;
}
