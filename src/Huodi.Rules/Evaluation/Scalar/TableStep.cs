using Huodi.Rules.Binding;
using Huodi.Rules.Tables.Index;

namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>
/// A decision table. Each rule matches, does not match, or may match once the facts that its undecided cells miss are known;
/// rules that cannot match any more ask for nothing. The hit policy says what follows (<see cref="HitPolicies"/>).
/// </summary>
internal sealed class TableStep(
    BoundTable table, TableStep.Column[] columns, TableStep.Rule[] rules, TableStep.Output[] outputs, bool strict) : Step
{
    private readonly Lazy<bool> complete = new(() => Tables.TableAnalyser.IsComplete(table));

    public BoundTable Table => table;

    public Rule[] Rules => rules;

    public RuleFinder Finder { get; } = new(table);

    /// <summary>Whether some rule matches whatever the inputs are.</summary>
    public bool IsComplete => complete.Value;

    public Output[] Outputs => outputs;

    public bool Strict => strict;

    public override FeelValue Run(Frame frame) => Run(frame, null);

    /// <summary>Evaluates and adds the numbers of the rules that matched to <paramref name="matched"/>.</summary>
    public FeelValue Run(Frame frame, List<int>? matched)
    {
        foreach (var column in columns)
        {
            var input = column.Expression.Run(frame);
            frame.Locals[column.Local] = input;
            if (column.Allowed is null) continue;
            var rest = column.Allowed.RunTruth(frame, out var allowed);
            if (rest is null && !allowed) return strict ? new ErrorValue($"输入 {input} 不在允许的取值之内") : FeelValue.Null;
        }

        var single = table.Source.HitPolicy is HitPolicy.First;
        var hits = new List<Hit>();
        if (frame.Session.Tracer is null && Finder.TryFind(frame, rules, single, hits, matched))
        {
            return HitPolicies.Decide(this, frame, hits);
        }
        foreach (var rule in rules)
        {
            if (!Observed(frame, rule, out var undecided)) continue;
            hits.Add(new Hit(rule, undecided));
            if (undecided is not null) continue;
            matched?.Add(rule.Number);
            if (single) break;
        }

        return HitPolicies.Decide(this, frame, hits);
    }

    /// <summary>The outputs of a rule: its value, or a context of its values.</summary>
    public FeelValue OutputOf(Frame frame, Rule rule)
    {
        if (outputs.Length == 1) return Typed(rule.Outputs[0].Run(frame), outputs[0]);
        var entries = new KeyValuePair<string, FeelValue>[outputs.Length];
        for (var i = 0; i < outputs.Length; i++) entries[i] = new(outputs[i].Name, Typed(rule.Outputs[i].Run(frame), outputs[i]));
        return new ContextValue(entries);
    }

    /// <summary>What the table gives when no rule matches.</summary>
    public FeelValue Default(Frame frame)
    {
        if (Array.TrueForAll(outputs, o => o.Default is null)) return FeelValue.Null;
        if (outputs.Length == 1) return outputs[0].Default!.Run(frame);
        return new ContextValue(outputs.Select(o => KeyValuePair.Create(o.Name, o.Default?.Run(frame) ?? FeelValue.Null)));
    }

    private static bool Observed(Frame frame, Rule rule, out FeelValue? undecided)
    {
        if (frame.Session.Tracer is not { } tracer) return Match(frame, rule, out undecided);
        FeelValue? open = null;
        var matches = tracer.Observe(
            () => Match(frame, rule, out open) ? open ?? FeelValue.True : FeelValue.False,
            (answer, children) => answer.IsDecided && !answer.Value.AsBoolean()
                ? null
                : new TraceNode($"规则 {rule.Number}", default, TraceKind.Rule, answer, children, rule.Number));
        undecided = open;
        return !ReferenceEquals(matches, FeelValue.False);
    }

    /// <summary>False where a cell fails; true, with what is undecided, otherwise.</summary>
    private static bool Match(Frame frame, Rule rule, out FeelValue? undecided)
    {
        undecided = null;
        foreach (var cell in rule.Cells)
        {
            if (cell is null) continue;
            var rest = cell.RunTruth(frame, out var passes);
            if (rest is null)
            {
                if (!passes) return false;
            }
            else if (rest.IsUndecided)
            {
                undecided = Undecided.Unite(undecided, rest);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private FeelValue Typed(FeelValue value, Output output)
    {
        if (value.IsUndecided || output.Type.IsAny) return value;
        return Coercion.To(output.Type, value)
            ?? (strict ? new ErrorValue($"输出“{output.Name}”应为 {output.Type}，这里是 {value}") : FeelValue.Null);
    }

    internal sealed record Column(Step Expression, int Local, Step? Allowed);

    internal sealed record Rule(int Number, Step?[] Cells, Step[] Outputs);

    internal sealed record Output(string Name, FeelType Type, IReadOnlyList<FeelValue>? Priorities, int AllowedLocal, Step? Allowed,
        Step? Default);

    /// <summary>A rule that matches, or, with what it waits for, may match.</summary>
    internal readonly record struct Hit(Rule Rule, FeelValue? Undecided);
}
