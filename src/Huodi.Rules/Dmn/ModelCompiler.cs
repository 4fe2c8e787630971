using Huodi.Rules.Evaluation.Traced;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Dmn;

/// <summary>Compiles the elements of a model and of the models that it imports.</summary>
internal sealed class ModelCompiler
{
    private readonly IReadOnlyDictionary<string, DmnModel> models;
    private readonly bool strict;
    private readonly Limits limits;
    private readonly List<Diagnostic> diagnostics;
    private readonly Dictionary<string, DmnTypes> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelElement> elements = new(StringComparer.Ordinal);

    public ModelCompiler(DmnModel main, IEnumerable<DmnModel> imported, bool strict, Limits limits, List<Diagnostic> diagnostics)
    {
        (this.strict, this.limits, this.diagnostics) = (strict, limits, diagnostics);
        var byNamespace = new Dictionary<string, DmnModel>(StringComparer.Ordinal);
        foreach (var model in imported) byNamespace[model.Namespace] = model;
        byNamespace[main.Namespace] = main;
        models = byNamespace;
        foreach (var model in models.Values) Declare(model);
        foreach (var model in models.Values) Compile(model);
    }

    public IReadOnlyDictionary<string, ModelElement> Elements => elements;

    private DmnTypes TypesOf(string ns)
    {
        if (types.TryGetValue(ns, out var known)) return known;
        types[ns] = new DmnTypes(new DmnModel("", ns), new Dictionary<string, DmnTypes>());
        if (!models.TryGetValue(ns, out var model)) return types[ns];
        var imports = new Dictionary<string, DmnTypes>(StringComparer.Ordinal);
        foreach (var import in model.Imports) imports[import.Name] = TypesOf(import.Namespace);
        return types[ns] = new DmnTypes(model, imports);
    }

    private void Declare(DmnModel model)
    {
        var known = TypesOf(model.Namespace);
        foreach (var input in model.Inputs) Add(ElementKind.Input, model, input.Id, input.Name, known.Of(input.TypeRef));
        foreach (var decision in model.Decisions) Add(ElementKind.Decision, model, decision.Id, decision.Name, known.Of(decision.TypeRef));
        foreach (var service in model.Services) Add(ElementKind.Service, model, service.Id, service.Name, known.Of(service.TypeRef));
        foreach (var knowledge in model.Knowledge) Add(ElementKind.Knowledge, model, knowledge.Id, knowledge.Name,
            known.Of(knowledge.TypeRef));
    }

    private void Add(ElementKind kind, DmnModel model, string id, string name, FeelType type)
    {
        var key = $"{model.Namespace}#{id}";
        elements[key] = new ModelElement(kind, key, name, type);
    }

    private ModelElement? Find(DmnModel model, string reference) =>
        elements.GetValueOrDefault(reference.StartsWith('#') ? model.Namespace + reference : reference);

    private void Compile(DmnModel model)
    {
        foreach (var service in model.Services)
        {
            var element = elements[$"{model.Namespace}#{service.Id}"];
            element.Outputs = [.. service.OutputDecisions.Select(r => Find(model, r)).OfType<ModelElement>()];
            element.Parameters = [.. service.InputData.Concat(service.InputDecisions).Select(r => Find(model, r)).OfType<ModelElement>()];
        }

        foreach (var decision in model.Decisions)
        {
            Compile(model, decision.Id, decision.Requirements, boxed => boxed.Read(decision.Logic));
        }

        foreach (var knowledge in model.Knowledge)
        {
            var type = TypesOf(model.Namespace).Of(knowledge.TypeRef);
            var result = type is FunctionType function ? function.Result : type;
            Compile(model, knowledge.Id, knowledge.Requirements, boxed =>
                knowledge.Logic is null ? new AbsentSyntax(default) : boxed.Function(knowledge.Logic, result));
        }
    }

    private void Compile(DmnModel model, string id, IReadOnlyList<DmnRequirement> requirements, Func<BoxedSyntax, SyntaxNode> read)
    {
        var element = elements[$"{model.Namespace}#{id}"];
        var before = diagnostics.Count;
        var scope = ScopeOf(model, element, requirements);
        var options = Scopes.ParseOptions(scope, strict, limits);
        foreach (var (_, type) in TypesOf(model.Namespace).All) Scopes.AddFields(type, options.Fields, 0);
        var syntax = read(new BoxedSyntax(options, TypesOf(model.Namespace).Of, diagnostics));
        var own = new List<Diagnostic>(diagnostics[before..]);
        element.Program = FeelCompiler.Bind(syntax, scope, strict, limits, own, new TextCursor("", 0));
        diagnostics.RemoveRange(before, diagnostics.Count - before);
        diagnostics.AddRange(own.Select(d => d with { Message = $"{element.Name}：{d.Message}" }));
    }

    private FeelScope ScopeOf(DmnModel model, ModelElement element, IReadOnlyList<DmnRequirement> requirements)
    {
        var scope = new FeelScope();
        foreach (var (name, type) in TypesOf(model.Namespace).All) _ = scope.DeclareType(name, type);
        foreach (var requirement in requirements)
        {
            if (Find(model, requirement.Reference) is not { } required)
            {
                diagnostics.Add(new Diagnostic(
                    "DMN010", Severity.Warning, default, $"“{element.Name}”引用的 {requirement.Reference} 不存在", null));
                continue;
            }

            var import = model.Imports.FirstOrDefault(i =>
                i.Namespace != model.Namespace && required.Key.StartsWith(i.Namespace + "#", StringComparison.Ordinal));
            var name = import is null || import.Name.Length == 0 ? required.Name : import.Name;
            if (name.Length == 0)
            {
                diagnostics.Add(new Diagnostic("DMN011", Severity.Warning, default, $"“{element.Name}”引用的 {requirement.Reference} 没有名称",
                    null));
                continue;
            }

            if (name != required.Name) _ = element.ImportNames.Add(name);
            if (!element.References.TryGetValue(name, out var list)) element.References[name] = list = [];
            list.Add(required);
        }

        foreach (var (name, list) in element.References)
        {
            _ = scope.Declare(name, element.ImportNames.Contains(name)
                ? FeelType.ContextOf(list.DistinctBy(e => e.Name).Select(e => KeyValuePair.Create(e.Name, SeenType(e))))
                : SeenType(list[0]));
        }

        return scope;
    }

    /// <summary>What is known of an element's value where it is used.</summary>
    private static FeelType SeenType(ModelElement element) =>
        element.Kind is ElementKind.Knowledge or ElementKind.Service ? FeelType.Any : element.Type;
}
