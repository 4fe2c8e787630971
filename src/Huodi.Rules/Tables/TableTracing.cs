using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Scalar;
using Huodi.Rules.Evaluation.Traced;

namespace Huodi.Rules.Tables;

/// <summary>Observes the steps of a table: its columns by their labels, its cells by their text.</summary>
internal static class TableTracing
{
    public static ScalarCompiler Compiler(TableSource table, bool strict) => new(strict, (node, step) => node switch
    {
        BoundTable => new TracingStep(step, node.Span, table.Name, TraceKind.Table),
        BoundIn => new TracingStep(step, node.Span, TextOf(table, node.Span), TraceKind.Cell),
        BoundFact fact => new TracingStep(step, node.Span, fact.Name, TraceKind.Name),
        _ => step,
    });

    /// <summary>The text of the cell that a span lies in; empty where the source gave no positions.</summary>
    private static string TextOf(TableSource table, TextSpan span)
    {
        foreach (var rule in table.Rules)
        {
            for (var i = 0; i < rule.InputStarts.Count && i < rule.InputEntries.Count; i++)
            {
                var (start, text) = (rule.InputStarts[i], rule.InputEntries[i]);
                if (span.Start >= start && span.End <= start + text.Length) return text.Trim();
            }
        }

        return "";
    }
}
