using Huodi.App.Laboratory;
using Huodi.Policies;
using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Cli.Policies;

/// <summary>
/// Finds what the two sides of <c>policy diff</c> name: the id of a package in the policies folder; a package folder (an older or a
/// planned version, or one that sets open parameters); or a whole policies folder.
/// </summary>
internal static class DiffSides
{
    private const string Remedy = "写法规编号（huodi policy list 可查）、一份法规的目录（其中有 policy.md），或另一个法规目录（其中有 facts.yaml）。";

    /// <summary>Both sides. Where one is a whole folder and the other a package, the folder's package of that id is meant.</summary>
    /// <param name="folder">The policies folder.</param>
    /// <param name="a">First side.</param>
    /// <param name="b">Second side; null for the first with the settings.</param>
    /// <param name="settings">Values supposed on the second side, each as 名称=值.</param>
    /// <exception cref="CliException">DIFF_ONE_SIDE, DIFF_SIDE, DIFF_SET, POLICIES_BROKEN, POLICIES_MISSING.</exception>
    public static (PolicySide A, PolicySide B) Resolve(string folder, string a, string? b, IReadOnlyList<string> settings)
    {
        if (b is null && settings.Count == 0)
            throw new CliException("DIFF_ONE_SIDE", "只给了一方，没有可比的。", "再给一方（另一份法规、旧版本的目录），或用 --set 参数名=值 假设一个参数。");
        var first = Side(folder, a, []);
        var second = Side(folder, b ?? a, settings);
        if (first.Packages.Count > 1 && second.Packages.Count == 1) first = Narrowed(first, second.Packages[0].Id, a);
        else if (second.Packages.Count > 1 && first.Packages.Count == 1) second = Narrowed(second, first.Packages[0].Id, b ?? a);
        return (first, second);
    }

    private static PolicySide Narrowed(PolicySide side, string id, string text) => side with
    {
        Packages = [side.Packages.FirstOrDefault(p => p.Id == id) ?? throw new CliException("DIFF_SIDE", $"“{text}”里没有编号为“{id}”的法规。", Remedy)],
    };

    private static PolicySide Side(string folder, string text, IReadOnlyList<string> settings)
    {
        var (root, documents, find) = Place(folder, text);
        var library = PolicyCommands.Load(root, new(documents, []));
        var packages = find(library);
        if (settings.Count == 0) return new(text, library, packages);
        var supposed = settings.Select(s => Setting(s, library, packages)).ToList();
        var changed = PolicyFolder.Load(root, new(documents, supposed));
        if (changed.HasErrors)
        {
            throw new CliException("DIFF_SET", $"假设的参数值不能用：\n{string.Join('\n', changed.Diagnostics.Where(d => d.IsError))}",
                "值按 FEEL 书写：数字 0.0003，文字加英文引号，日期 date(\"2026-01-01\")。");
        }

        return new($"{text}，{string.Join('，', supposed.Select(s => $"{s.Parameter} = {s.Value}"))}", changed.Library, find(changed.Library));
    }

    /// <summary>Which policies folder to load, with which documents laid over it, and how to find the packages meant.</summary>
    private static (string Root, IReadOnlyList<string> Documents, Func<PolicyLibrary, IReadOnlyList<PolicyPackage>> Find) Place(string folder, string text)
    {
        if (File.Exists(Path.Combine(text, PolicyFolder.DictionaryName))) return (text, [], l => [.. l.Packages.Where(p => p.Overrides is null)]);
        if (!File.Exists(Path.Combine(text, PolicyFolder.DocumentName))) return (folder, [], l => [ById(l, text)]);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));
        for (var above = Directory.GetParent(full); above is not null; above = above.Parent)
        {
            if (!File.Exists(Path.Combine(above.FullName, PolicyFolder.DictionaryName))) continue;
            var file = $"{Path.GetRelativePath(above.FullName, full).Replace('\\', '/')}/{PolicyFolder.DocumentName}";
            return (above.FullName, [], l => [ByFile(l, file)]);
        }

        return (folder, [full], l => [ByFile(l, $"{Path.GetFileName(full)}/{PolicyFolder.DocumentName}")]);
    }

    private static PolicyPackage ById(PolicyLibrary library, string id) => library.Packages.FirstOrDefault(p => p.Id == id) is { } found
        ? Set(library, found)
        : throw new CliException("DIFF_SIDE", $"“{id}”既不是法规编号，也不是法规的目录。",
            NearestName.To(id, library.Packages.Select(p => p.Id)) is { } near ? $"是否为“{near}”？或{Remedy}" : Remedy);

    private static PolicyPackage ByFile(PolicyLibrary library, string file) => Set(library, library.Packages.First(p => p.File == file));

    /// <summary>A package that sets another's open parameters stands for the other as it is then.</summary>
    private static PolicyPackage Set(PolicyLibrary library, PolicyPackage package) =>
        package.Overrides is { } target ? library.Packages.First(p => p.Id == target) : package;

    private static ParameterSetting Setting(string text, PolicyLibrary library, IReadOnlyList<PolicyPackage> packages)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || equals == text.Length - 1) throw new CliException("DIFF_SET", $"--set 应写成 参数名=值，实为“{text}”。", "例如 --set 违约金日费率=0.0003。");
        var (name, value) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        var near = packages.Concat(library.Packages.Where(p => p.Region == Domain.Codes.DivisionCode.Country)).ToList();
        if (near.FirstOrDefault(p => p.Parameters.Any(q => q.Name == name)) is { } owner) return new(owner.Id, name, value);
        var known = near.SelectMany(p => p.Parameters).Select(p => p.Name).ToList();
        throw new CliException("DIFF_SET", $"{string.Join('、', packages.Select(p => p.Id))}和国家法规里都没有参数“{name}”。",
            NearestName.To(name, known) is { } close ? $"是否为“{close}”？" : "用 huodi policy show 法规编号 看有哪些参数。");
    }
}
