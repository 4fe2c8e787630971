using System.Xml.Linq;
using static Huodi.Rules.Dmn.Xml;

namespace Huodi.Rules.Dmn;

/// <summary>Reads the elements of a model.</summary>
internal static class DefinitionsReader
{
    public static DmnModel Read(XElement root) => new(root.Attribute("name")?.Value ?? "", root.Attribute("namespace")?.Value ?? "")
    {
        Imports = [.. Children(root, "import").Where(i =>
            i.Attribute("importType")?.Value.Contains("DMN", StringComparison.Ordinal) is not false).Select(i =>
            new DmnImport(i.Attribute("name")?.Value ?? "", i.Attribute("namespace")?.Value ?? "", i.Attribute("locationURI")?.Value))],
        Items = [.. Children(root, "itemDefinition").Select(i => Item(i, 0))],
        Inputs = [.. Children(root, "inputData").Select(i => new DmnInput(IdOf(i), NameOf(i), VariableType(i)))],
        Decisions = [.. Children(root, "decision").Select(Decision)],
        Knowledge = [.. Children(root, "businessKnowledgeModel").Select(Knowledge)],
        Services = [.. Children(root, "decisionService").Select(Service)],
    };

    private static DmnItem Item(XElement item, int depth)
    {
        if (depth > 50) throw new DmnFormatException("类型定义嵌套超过 50 层");
        var function = Child(item, "functionItem");
        return new DmnItem(NameOf(item), TypeRef(function?.Attribute("outputTypeRef")?.Value)
            ?? TypeOf(item), item.Attribute("isCollection")?.Value == "true")
        {
            Components = [.. Children(item, "itemComponent").Select(c => Item(c, depth + 1))],
            AllowedValues = TextOf(Child(item, "allowedValues")),
            TypeConstraint = TextOf(Child(item, "typeConstraint")),
            FunctionParameters = function is null ? null : [.. Children(function, "parameters").Select(Variable)],
        };
    }

    private static DmnDecision Decision(XElement decision) => new(IdOf(decision), NameOf(decision), VariableType(decision))
    {
        Logic = ExpressionReader.ReadChild(decision, 0),
        Requirements = Requirements(decision),
    };

    private static DmnKnowledge Knowledge(XElement knowledge) => new(IdOf(knowledge), NameOf(knowledge), VariableType(knowledge))
    {
        Logic = Child(knowledge, "encapsulatedLogic") is { } logic ? ExpressionReader.Function(logic, 0) : null,
        Requirements = Requirements(knowledge),
    };

    private static DmnService Service(XElement service) => new(IdOf(service), NameOf(service), VariableType(service))
    {
        OutputDecisions = References(service, "outputDecision"),
        EncapsulatedDecisions = References(service, "encapsulatedDecision"),
        InputDecisions = References(service, "inputDecision"),
        InputData = References(service, "inputData"),
    };

    private static string[] References(XElement parent, string name) =>
        [.. Children(parent, name).Select(e => e.Attribute("href")?.Value ?? "")];

    private static DmnRequirement[] Requirements(XElement element) =>
    [
        .. Children(element, "informationRequirement").Elements().Where(e => e.Name.LocalName is "requiredInput" or "requiredDecision")
            .Select(e => new DmnRequirement(
                e.Name.LocalName == "requiredInput" ? DmnRequirementKind.Input : DmnRequirementKind.Decision,
                e.Attribute("href")?.Value ?? "")),
        .. Children(element, "knowledgeRequirement").Elements().Where(e => e.Name.LocalName == "requiredKnowledge")
            .Select(e => new DmnRequirement(DmnRequirementKind.Knowledge, e.Attribute("href")?.Value ?? "")),
    ];

    private static string? VariableType(XElement element) =>
        Child(element, "variable") is { } variable ? TypeOf(variable) : null;
}
