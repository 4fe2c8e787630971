using System.Text;
using Huodi.Domain.Codes;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Lineage;
using Huodi.Policies.Packages;
using Huodi.Policies.Registers;

namespace Huodi.Policies.Loading;

/// <summary>Reads a policies folder: the dictionary, the units, and every <c>policy.md</c> below it with the cases beside it.</summary>
public static class PolicyFolder
{
    /// <summary>Name of a document in its folder.</summary>
    public const string DocumentName = "policy.md";

    /// <summary>Name of the fact dictionary, by which a policies folder is known.</summary>
    public const string DictionaryName = FactDictionaryReader.FileName;

    private const int LongestFile = 4 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Loads and compiles everything, and tells everything that is wrong. Never throws for what a document says.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static LoadedPolicies Load(string folder) => Load(folder, PolicyVariant.None);

    /// <summary>Loads the folder as a variant of it supposes it to be.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static LoadedPolicies Load(string folder, PolicyVariant variant)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"找不到法规目录 {folder}。请用 --policies 指明。");
        // Documents are read beside the dictionary; a question needs both, and a start should not wait for one after the other.
        var reading = Task.Run(() => Documents(folder));
        var bag = new DiagnosticBag();
        var dictionaryText = Text(folder, FactDictionaryReader.FileName, bag);
        var source = FactDictionaryReader.Read(dictionaryText, bag);
        var dictionary = CompiledDictionary.Compile(source, bag);
        var units = UnitTable.Read(Text(folder, UnitTable.FileName, bag), bag);
        var documents = new List<PolicyPackage>();
        foreach (var (package, problems) in reading.GetAwaiter().GetResult())
        {
            foreach (var problem in problems) bag.Add(problem);
            if (package is not null) documents.Add(WithCases(package, folder, source));
        }

        foreach (var other in variant.Documents.Select(d => Path.TrimEndingDirectorySeparator(Path.GetFullPath(d))))
        {
            if (Document(Path.GetDirectoryName(other)!, $"{Path.GetFileName(other)}/{DocumentName}", bag) is not { } supposed) continue; // A folder named by a user is never the root.
            documents.RemoveAll(d => d.Id == supposed.Id);
            documents.Add(WithCases(supposed, Path.GetDirectoryName(other)!, source));
        }

        documents = [.. documents.OrderByDescending(p => p.Region == DivisionCode.Country).ThenBy(p => p.Id, StringComparer.Ordinal)];
        documents = variant.Apply(ParameterOverrides.Apply(documents, bag), bag);
        foreach (var twice in documents.GroupBy(d => d.Id).Where(g => g.Count() > 1).Select(g => g.Last()))
            bag.Error(twice.File, 1, "POLICY_TWICE", $"法规编号“{twice.Id}”用了两次。", "每份法规一个 id。");
        var national = Compile([.. documents.Where(d => d.Region == DivisionCode.Country)], [], dictionary, units, bag);
        var cities = Compile([.. documents.Where(d => d.Region != DivisionCode.Country)], national, dictionary, units, bag);
        List<CompiledPackage> compiled = [.. national, .. cities];
        Reach.Set(compiled, dictionary, bag);
        Conflicts.Check(compiled, bag);
        var library = new PolicyLibrary(dictionary, Receipts.HashText(dictionaryText), compiled)
        {
            Registers = Registers(folder, new(source, units, documents, bag), bag),
            ParcelChanges = File.Exists(Path.Combine(folder, ParcelChangeReader.FileName))
                ? ParcelChangeReader.Read(Text(folder, ParcelChangeReader.FileName, bag), source, bag)
                : ParcelChangeProfile.None,
        };
        return new(library, bag.All);
    }

    private static List<RegisterDefinition> Registers(string folder, RegisterReader reader, DiagnosticBag bag)
    {
        if (!Directory.Exists(Path.Combine(folder, RegisterReader.Folder))) return [];
        var all = new List<RegisterDefinition>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, RegisterReader.Folder), "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (reader.Read(file, Text(folder, file, bag)) is not { } register) continue;
            if (all.Exists(r => r.Id == register.Id)) bag.Error(file, 1, "REGISTER_TWICE", $"台账编号“{register.Id}”用了两次。", "每本台账一个编号。");
            else all.Add(register);
        }

        return all;
    }

    /// <summary>Packages that do not read one another, compiled side by side.</summary>
    private static List<CompiledPackage> Compile(
        List<PolicyPackage> documents, List<CompiledPackage> national, CompiledDictionary dictionary, UnitTable units, DiagnosticBag bag)
    {
        var compiled = documents.AsParallel().AsOrdered().Select(d =>
        {
            var own = new DiagnosticBag();
            return (Package: new PackageCompiler(dictionary, units, own).Compile(d, national), Problems: own.All);
        }).ToList();
        foreach (var problem in compiled.SelectMany(c => c.Problems)) bag.Add(problem);
        return [.. compiled.Select(c => c.Package)];
    }

    private static List<(PolicyPackage? Package, IReadOnlyList<PolicyDiagnostic> Problems)> Documents(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, DocumentName, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(f =>
            {
                var bag = new DiagnosticBag();
                return (Document(folder, f, bag), bag.All);
            }),
    ];

    private static PolicyPackage? Document(string folder, string file, DiagnosticBag bag)
    {
        var text = Text(folder, file, bag);
        if (text.Length == 0) return null;
        var document = PolicyDocument.Parse(file, text);
        if (document.Parts is not [PolicyDocument.FrontPart front, ..])
        {
            bag.Error(file, 1, "POLICY_FRONT", "文件开头没有以“---”围起的说明。", "开头写 --- 、id、title、issuer、status、region，再写 ---。");
            return null;
        }

        return FrontMatter.Read(front, file, Receipts.HashText(text), bag) is { } package ? new ArticleReader(document, bag).Read(package) : null;
    }

    private static PolicyPackage WithCases(PolicyPackage package, string folder, Facts.FactDictionary dictionary)
    {
        var cases = Path.Combine(folder, Path.GetDirectoryName(package.File)!, "cases");
        if (!Directory.Exists(cases)) return package;
        return package with { CaseSet = new(b => [.. CaseFiles(folder, cases).SelectMany(f => CaseReader.Read(f, Text(folder, f, b), dictionary, b))]) };
    }

    private static IEnumerable<string> CaseFiles(string folder, string cases) =>
        Directory.EnumerateFiles(cases, "*.md").Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The text with LF line ends; empty with a diagnostic when it cannot be read.</summary>
    internal static string Text(string folder, string file, DiagnosticBag bag)
    {
        try
        {
            var info = new FileInfo(Path.Combine(folder, file));
            if (info.Length > LongestFile)
            {
                bag.Error(file, 1, "FILE_LONG", $"文件有 {info.Length} 字节，超过 {LongestFile} 字节。", "拆成几份。");
                return "";
            }

            var text = StrictUtf8.GetString(File.ReadAllBytes(info.FullName)).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
            if (text.Length == 0) bag.Error(file, 1, "FILE_EMPTY", "文件是空的。", "补上内容，或删去它。");
            if (!text.Contains('\0', StringComparison.Ordinal)) return text;
            bag.Error(file, 1, "FILE_BINARY", "文件不是文字（含有空字符）。", "换成 UTF-8 的 Markdown 或 YAML。");
        }
        catch (DecoderFallbackException)
        {
            bag.Error(file, 1, "FILE_ENCODING", "文件不是 UTF-8 编码。", "用编辑器另存为 UTF-8。");
        }
        catch (FileNotFoundException)
        {
            bag.Error(file, 1, "FILE_MISSING", "文件不存在。", "补上它。");
        }

        return "";
    }
}
