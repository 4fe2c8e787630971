using System.Xml.Linq;
using static Huodi.Rules.Dmn.Xml;

namespace Huodi.Rules.Dmn;

/// <summary>Reads decision tables.</summary>
internal static class TableXml
{
    public static DmnTable Read(XElement e)
    {
        var inputs = Children(e, "input").ToList();
        var outputs = Children(e, "output").ToList();
        var source = new TableSource(
            Policy(e.Attribute("hitPolicy")?.Value),
            Aggregation(e.Attribute("aggregation")?.Value),
            [.. inputs.Select(Input)],
            [.. outputs.Select(Output)],
            [.. Children(e, "rule").Select((r, i) => new TableRule(
                i + 1,
                [.. Children(r, "inputEntry").Select(c => TextOf(c) ?? "-")],
                [.. Children(r, "outputEntry").Select(c => TextOf(c) ?? "")]))])
        {
            Name = e.Attribute("outputLabel")?.Value ?? e.Parent?.Attribute("name")?.Value ?? "",
        };
        return new DmnTable(source, TypeOf(e))
        {
            InputTypes = [.. inputs.Select(i => Child(i, "inputExpression") is { } x ? TypeOf(x) : null)],
            OutputTypes = [.. outputs.Select(TypeOf)],
        };
    }

    private static TableInput Input(XElement e) =>
        new(TextOf(Child(e, "inputExpression"))
            ?? "null", e.Attribute("label")?.Value)
        { AllowedValues = NotEmpty(TextOf(Child(e, "inputValues"))) };

    private static TableOutput Output(XElement e) => new(NameOf(e))
    {
        AllowedValues = NotEmpty(TextOf(Child(e, "outputValues"))),
        Default = NotEmpty(TextOf(Child(e, "defaultOutputEntry"))),
    };

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static HitPolicy Policy(string? name) => name switch
    {
        null or "UNIQUE" => HitPolicy.Unique,
        "ANY" => HitPolicy.Any,
        "PRIORITY" => HitPolicy.Priority,
        "FIRST" => HitPolicy.First,
        "OUTPUT ORDER" => HitPolicy.OutputOrder,
        "RULE ORDER" => HitPolicy.RuleOrder,
        "COLLECT" => HitPolicy.Collect,
        _ => throw new DmnFormatException($"未知的命中策略“{name}”"),
    };

    private static CollectAggregation Aggregation(string? name) => name switch
    {
        null => CollectAggregation.None,
        "SUM" => CollectAggregation.Sum,
        "MIN" => CollectAggregation.Min,
        "MAX" => CollectAggregation.Max,
        "COUNT" => CollectAggregation.Count,
        _ => throw new DmnFormatException($"未知的汇总方式“{name}”"),
    };
}
