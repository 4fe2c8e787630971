using System.Xml.Linq;

namespace Huodi.Rules.Dmn;

/// <summary>Writes the elements of a model, in the order of the schema.</summary>
internal sealed class DefinitionsWriter
{
    private readonly XNamespace dmn;
    private readonly ExpressionWriter expressions;
    private readonly DmnVersion version;

    public DefinitionsWriter(DmnVersion version)
    {
        this.version = version;
        dmn = version == DmnVersion.V13
            ? "https://www.omg.org/spec/DMN/20191111/MODEL/"
            : "https://www.omg.org/spec/DMN/20230324/MODEL/";
        expressions = new ExpressionWriter(dmn, version);
    }

    public XElement Write(DmnModel model) => new(
        dmn + "definitions",
        new XAttribute("id", "definitions"),
        new XAttribute("name", model.Name),
        new XAttribute("namespace", model.Namespace),
        model.Imports.Select(i => new XElement(
            dmn + "import",
            new XAttribute("name", i.Name),
            new XAttribute("namespace", i.Namespace),
            new XAttribute("importType", dmn.NamespaceName),
            i.Location is null ? null : new XAttribute("locationURI", i.Location))),
        model.Items.Select(i => Item(i, "itemDefinition")),
        model.Inputs.Select(i => Element("inputData", i.Id, i.Name, i.TypeRef)),
        model.Decisions.Select(d =>
            Element("decision", d.Id, d.Name, d.TypeRef, Requirements(d.Id, d.Requirements), expressions.Write(d.Logic))),
        model.Knowledge.Select(k => Element(
            "businessKnowledgeModel", k.Id, k.Name, k.TypeRef, k.Logic is null ? null
                : expressions.Function(k.Logic, "encapsulatedLogic"), Requirements(k.Id, k.Requirements))),
        model.Services.Select(s => Element(
            "decisionService",
            s.Id,
            s.Name,
            s.TypeRef,
            References("outputDecision", s.OutputDecisions),
            References("encapsulatedDecision", s.EncapsulatedDecisions),
            References("inputDecision", s.InputDecisions),
            References("inputData", s.InputData))),
        new DiagramWriter(version).Write(model));

    private XElement Element(string kind, string id, string name, string? typeRef, params object?[] content) => new(
        dmn + kind, new XAttribute("id", id), new XAttribute("name", name),
            expressions.Variable("variable", new DmnVariable(name, typeRef)), content);

    private XElement Item(DmnItem item, string kind) => new(
        dmn + kind,
        new XAttribute("name", item.Name),
        item.IsCollection ? new XAttribute("isCollection", "true") : null,
        item.FunctionParameters is null && item.TypeRef is not null ? new XElement(dmn + "typeRef", item.TypeRef) : null,
        Constraints(item),
        item.Components.Select(c => Item(c, "itemComponent")),
        item.FunctionParameters is null
            ? null
            : new XElement(
                dmn + "functionItem",
                item.TypeRef is null ? null : new XAttribute("outputTypeRef", item.TypeRef),
                item.FunctionParameters.Select(p => expressions.Variable("parameters", p))));

    /// <summary>
    /// Version 1.3 has no constraint on the value as a whole; where the value is no collection, its allowed values say the same.
    /// </summary>
    private XElement?[] Constraints(DmnItem item)
    {
        if (version != DmnVersion.V13 || item.TypeConstraint is null)
        {
            return [Tests("allowedValues", item.AllowedValues), Tests("typeConstraint", item.TypeConstraint)];
        }
        return item is { IsCollection: false, AllowedValues: null }
            ? [Tests("allowedValues", item.TypeConstraint)]
            : throw new NotSupportedException($"DMN 1.3 cannot say the type constraint of “{item.Name}”.");
    }

    private XElement? Tests(string kind, string? text) => text is null ? null : new XElement(dmn + kind, new XElement(dmn + "text", text));

    private IEnumerable<XElement> References(string kind, IEnumerable<string> references) =>
        references.Select(r => new XElement(dmn + kind, new XAttribute("href", r)));

    private IEnumerable<XElement> Requirements(string owner, IEnumerable<DmnRequirement> requirements) =>
        requirements.Select((r, i) => new XElement(
        dmn + (r.Kind == DmnRequirementKind.Knowledge ? "knowledgeRequirement" : "informationRequirement"),
        new XAttribute("id", DiagramWriter.EdgeId(owner, i)),
        new XElement(dmn + $"required{r.Kind}", new XAttribute("href", r.Reference))));
}
