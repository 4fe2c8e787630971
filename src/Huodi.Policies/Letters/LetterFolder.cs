using Huodi.Policies.Loading;

namespace Huodi.Policies.Letters;

/// <summary>Reads the letter templates: every <c>letters/*.md</c> beside a package's document.</summary>
public static class LetterFolder
{
    /// <summary>All templates by id, and everything that is wrong in one. Never throws for what a template says.</summary>
    /// <param name="folder">The policies folder.</param>
    /// <param name="library">What was loaded from it; names in a template are checked against it.</param>
    public static (IReadOnlyList<LetterTemplate> Templates, IReadOnlyList<PolicyDiagnostic> Diagnostics) Load(string folder, PolicyLibrary library)
    {
        var bag = new DiagnosticBag();
        var reader = new LetterTemplateReader(library, bag);
        List<LetterTemplate> all = [];
        foreach (var package in library.Packages)
        {
            var letters = Path.Combine(folder, Path.GetDirectoryName(package.File)!, "letters"); // A document's path has a folder.
            if (!Directory.Exists(letters)) continue;
            foreach (var path in Directory.EnumerateFiles(letters, "*.md").Order(StringComparer.Ordinal))
            {
                var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
                if (PolicyFolder.Text(folder, file, bag) is { Length: > 0 } text && reader.Read(file, text, package.Id) is { } template) all.Add(template);
            }
        }

        return (all, bag.All);
    }
}
