namespace Huodi.Formats.Tests;

/// <summary>The names and values the project's own fact dictionary lists, read as text: this project does not know its loader.</summary>
internal static class Dictionary
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "policies", "facts.yaml"));

    public static IReadOnlySet<string> Names { get; } = Lines
        .Where(l => l.StartsWith("- 名称: ", StringComparison.Ordinal)).Select(l => l["- 名称: ".Length..].Trim()).ToHashSet();

    /// <summary>The values a fact may have; empty when any.</summary>
    public static IReadOnlyList<string> Allowed(string name) =>
        [.. Lines.SkipWhile(l => l != $"- 名称: {name}").Skip(1).TakeWhile(l => l.StartsWith(' '))
            .Where(l => l.StartsWith("  可取: [", StringComparison.Ordinal)).SelectMany(l => l["  可取: [".Length..].TrimEnd(']').Split(", "))];
}
