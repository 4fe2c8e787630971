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

        foreach (var package in library.Packages)
        {
            foreach (var step in package.Procedures.SelectMany(p => p.Steps).Where(s => s.Letter is { } name && all.All(t => Path.GetFileName(t.Id) != name)))
                bag.Error(package.File, step.Line, "LETTER_UNKNOWN", $"步骤“{step.Name}”的文书“{step.Letter}”没有模板。", "在本文件旁的 letters 目录里写一份，或改正名称。");
        }

        return (all, bag.All);
    }
}
