using System.Xml;
using System.Xml.Linq;
using Huodi.Rules.Dmn;
using static Huodi.Rules.Dmn.Xml;

namespace Huodi.Rules;

/// <summary>
/// Runs the official compatibility tests (dmn-tck/tck). Results are compared as its Java runner does: numbers to within 1e-8, contexts
/// by the same names, lists item by item, everything else exactly; an expected error is an expected null.
/// </summary>
public static class TckRunner
{
    private const string NonCompliant = "non-compliant";

    /// <summary>
    /// Runs every test file below <paramref name="directory"/>, in the order of the names, except those that the suite itself keeps under
    /// <c>non-compliant</c> (they are run when that folder is given).
    /// </summary>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public static IEnumerable<TckResult> Run(string directory, CancellationToken cancellation = default) =>
        Run(directory, model => model, cancellation);

    /// <summary>Runs the tests on models that went through <paramref name="prepare"/>.</summary>
    internal static IEnumerable<TckResult> Run(string directory, Func<DmnModel, DmnModel> prepare, CancellationToken cancellation)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(directory, file).Replace('\\', '/');
            if (name.Split('/').Contains(NonCompliant) || Load(file) is not { } tests) continue;
            foreach (var result in RunFile(file, name, tests, prepare, cancellation)) yield return result;
        }
    }

    private static XElement? Load(string file)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var root = XDocument.Load(reader).Root;
        return root?.Name.LocalName == "testCases" ? root : null;
    }

    private static IEnumerable<TckResult> RunFile(
        string file, string name, XElement tests, Func<DmnModel, DmnModel> prepare, CancellationToken cancellation)
    {
        var model = Compile(Path.GetDirectoryName(file) ?? ".", Child(tests, "modelName")?.Value.Trim() ?? "", prepare);
        foreach (var test in Children(tests, "testCase"))
        {
            var inputs = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
            foreach (var input in Children(test, "inputNode")) inputs[NameOf(input)] = TckValue.Read(input);
            foreach (var node in Children(test, "resultNode"))
            {
                cancellation.ThrowIfCancellationRequested();
                var expected = Child(node, "expected") is { } e ? TckValue.Read(e) : FeelValue.Null;
                var answer = model is null ? Answer.Failed("模型不能读取") : Evaluate(model, test, NameOf(node), inputs, cancellation);
                yield return new TckResult(
                    name,
                    test.Attribute("id")?.Value ?? "",
                    NameOf(node),
                    expected.ToString(),
                    answer.ToString(),
                    answer.IsDecided && TckValue.Matches(expected, answer.Value));
            }
        }
    }

    private static CompiledModel? Compile(string folder, string file, Func<DmnModel, DmnModel> prepare)
    {
        var models = Directory.EnumerateFiles(folder, "*.dmn").Order(StringComparer.Ordinal)
            .Select(f => (Name: Path.GetFileName(f), Model: DmnReader.ReadFile(f).Value is { } read ? prepare(read) : null))
            .Where(m => m.Model is not null)
            .ToList();
        var main = models.Find(m => m.Name == file).Model;
        return main is null ? null : DmnCompiler.Compile(main, models.Select(m => m.Model).OfType<DmnModel>()).Value;
    }

    private static Answer Evaluate(
        CompiledModel model, XElement test, string node, Dictionary<string, FeelValue> inputs, CancellationToken cancellation)
    {
        try
        {
            return test.Attribute("type")?.Value == "decisionService" && test.Attribute("invocableName")?.Value is { } service
                ? model.EvaluateService(service, node, inputs, cancellation)
                : model.Evaluate(node, inputs, cancellation);
        }
        catch (ArgumentException unknown)
        {
            return Answer.Failed(unknown.Message);
        }
    }
}
