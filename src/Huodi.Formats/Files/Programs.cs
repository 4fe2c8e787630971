namespace Huodi.Formats.Files;

/// <summary>Other programs, found in the folders of PATH.</summary>
public static class Programs
{
    /// <summary>The first of these names in the first folder that has one, as a full path; null when there is none.</summary>
    public static string? Find(params IReadOnlyList<string> names) => FindIn(Environment.GetEnvironmentVariable("PATH"), names).FirstOrDefault();

    /// <summary>Every place in these folders that has one of the names, in their order.</summary>
    internal static IEnumerable<string> FindIn(string? folders, IReadOnlyList<string> names) =>
        (folders ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(n => Path.Combine(folder, n)))
            .Where(File.Exists);
}
