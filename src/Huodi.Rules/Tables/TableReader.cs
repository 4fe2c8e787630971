using Huodi.Rules.Parsing;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Tables;

/// <summary>Parses the cells of a table.</summary>
internal static class TableReader
{
    /// <summary>The table's syntax; null where its shape is wrong or a text cannot be read (strict mode).</summary>
    public static TableSyntax? Read(TableSource table, ParseOptions options, ICollection<Diagnostic> diagnostics)
    {
        if (!CheckShape(table, options.Limits, diagnostics)) return null;
        var columns = table.Inputs.Select(i => new ColumnSyntax(
            i,
            Expression(i.Expression, i.Start, options, diagnostics),
            i.AllowedValues is null ? null : Tests(i.AllowedValues, i.Start, options, diagnostics))).ToList();
        var outputs = table.Outputs.Select(o => new OutputSyntax(
            o,
            o.AllowedValues is null ? null : Tests(o.AllowedValues, 0, options, diagnostics),
            string.IsNullOrWhiteSpace(o.Default) ? null : Expression(o.Default, 0, options, diagnostics))).ToList();
        var rules = table.Rules.Select(r => new RuleSyntax(
            r.Number,
            [.. r.InputEntries.Select((cell, i) => Tests(cell, StartOf(r.InputStarts, i), options, diagnostics))],
            [.. r.OutputEntries.Select((cell, i) => Output(cell, StartOf(r.OutputStarts, i), options, diagnostics))])).ToList();
        return new TableSyntax(default, table, columns, outputs, rules);
    }

    private static int StartOf(IReadOnlyList<int> starts, int index) => index < starts.Count ? starts[index] : 0;

    private static SyntaxNode Expression(string text, int start, ParseOptions options, ICollection<Diagnostic> diagnostics) =>
        Reading(Parser.Expression, text, start, options, diagnostics);

    private static SyntaxNode Tests(string text, int start, ParseOptions options, ICollection<Diagnostic> diagnostics) =>
        Reading(Parser.UnaryTests, text, start, options, diagnostics);

    /// <summary>An output cell; an empty one (or <c>-</c>) gives null.</summary>
    private static SyntaxNode Output(string text, int start, ParseOptions options, ICollection<Diagnostic> diagnostics) =>
        string.IsNullOrWhiteSpace(text) || text.Trim() == "-"
            ? new LiteralSyntax(new TextSpan(start, text.Length), FeelValue.Null)
            : Expression(text, start, options, diagnostics);

    private static SyntaxNode Reading(
        Func<string, int, ParseOptions, ICollection<Diagnostic>, SyntaxNode?> parse,
        string text,
        int start,
        ParseOptions options,
        ICollection<Diagnostic> diagnostics)
    {
        if (options.Strict) return parse(text, start, options, diagnostics) ?? new BrokenSyntax(new TextSpan(start, text.Length), "不能读懂");
        var local = new List<Diagnostic>();
        if (parse(text, start, options, local) is { } node) return node;
        foreach (var diagnostic in local) diagnostics.Add(diagnostic with { Severity = Severity.Warning });
        return new BrokenSyntax(new TextSpan(start, text.Length), local.Count > 0 ? local[0].Message : "不能读懂");
    }

    private static bool CheckShape(TableSource table, Limits limits, ICollection<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        if (table.Rules.Count > limits.TableRules) diagnostics.Add(Faults.TooManyRules(table.Rules.Count, limits.TableRules));
        if (table.Outputs.Count == 0) diagnostics.Add(Faults.NoOutputs(table.Name));
        foreach (var rule in table.Rules)
        {
            var span = new TextSpan(StartOf(rule.InputStarts, 0), 0);
            if (rule.InputEntries.Count != table.Inputs.Count)
            {
                diagnostics.Add(Faults.CellCount(span, rule.Number, "输入", rule.InputEntries.Count, table.Inputs.Count));
            }

            if (rule.OutputEntries.Count != table.Outputs.Count)
            {
                diagnostics.Add(Faults.CellCount(span, rule.Number, "输出", rule.OutputEntries.Count, table.Outputs.Count));
            }
        }

        return diagnostics.Count == before;
    }
}
