namespace Huodi.Conventions.Tests;

/// <summary>The files of the checkout the tests were built from.</summary>
internal static class Checkout
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "lib", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot(new(AppContext.BaseDirectory));

    /// <summary>Files below a folder that are not built or restored, as paths below the root with /.</summary>
    public static IEnumerable<string> Files(string folder, params string[] patterns) => patterns
        .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, folder), p, SearchOption.AllDirectories))
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Split('/').Any(Made.Contains))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Huodi.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No checkout around the tests.");
    }
}
