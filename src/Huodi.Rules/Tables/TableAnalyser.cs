using Huodi.Rules.Binding;

namespace Huodi.Rules.Tables;

/// <summary>Lays a table's cells out on axes and finds overlaps (by pairs) and gaps (by a sweep, column after column).</summary>
internal sealed class TableAnalyser
{
    private const int MaxFindings = 100;
    private const int MaxVisits = 500_000;

    private readonly BoundTable table;
    private readonly Axis?[] axes;
    private readonly SegmentRange[][][] passing;
    private readonly List<TableGap> gaps = [];
    private readonly HashSet<(int Column, string Rules)> covered = [];
    private int visits;

    private TableAnalyser(BoundTable table)
    {
        this.table = table;
        axes = [.. table.Columns.Select((_, c) => Axis.Of(table.Rules.Select(r => r.Cells[c]).OfType<BoundIn>()))];
        passing = [.. table.Rules.Select(r => axes.Select((axis, c) => axis?.Passing(r.Cells[c]) ?? []).ToArray())];
    }

    public static TableAnalysis Analyse(BoundTable table)
    {
        var analyser = new TableAnalyser(table);
        var overlaps = analyser.Overlaps();
        if (table.Outputs.All(o => o.Default is null)) analyser.Sweep();
        var unanalysed = table.Columns.Where((_, c) => analyser.axes[c] is null).Select(c => c.Label).ToList();
        if (analyser.visits >= MaxVisits || overlaps.Count >= MaxFindings || analyser.gaps.Count >= MaxFindings) unanalysed.Add("…");
        return new TableAnalysis(overlaps, analyser.gaps, unanalysed);
    }

    /// <summary>Whether it is certain that some rule matches, whatever the inputs are.</summary>
    public static bool IsComplete(BoundTable table)
    {
        var analyser = new TableAnalyser(table);
        if (Array.Exists(analyser.axes, a => a is null)) return false;
        analyser.Sweep();
        return analyser.gaps.Count == 0 && analyser.visits < MaxVisits;
    }

    private void Sweep() => Sweep(0, [.. Enumerable.Range(0, table.Rules.Count)], new int[table.Columns.Count]);

    /// <summary>
    /// Every pair of rules that share a segment on every axis; only pairs that meet on the axis that separates the rules best are
    /// looked at. Cells that cannot be laid out are not held against a rule.
    /// </summary>
    private List<TableOverlap> Overlaps()
    {
        var candidates = axes.Select((axis, c) => axis is null ? null : RulePairs.Meeting([.. passing.Select(p => p[c])]))
            .OfType<RulePairs>().MinBy(p => p.Count) ?? RulePairs.All(passing.Length);
        var overlaps = new List<TableOverlap>();
        foreach (var (first, second) in candidates)
        {
            if (Shared(first, second) is not { } segments) continue;
            overlaps.Add(new TableOverlap([table.Rules[first].Number, table.Rules[second].Number], Example(segments, axes.Length)));
            if (overlaps.Count >= MaxFindings) break;
        }

        return [.. overlaps.OrderBy(o => o.Rules[0]).ThenBy(o => o.Rules[1])];
    }

    private int[]? Shared(int first, int second)
    {
        var segments = new int[axes.Length];
        for (var c = 0; c < axes.Length; c++)
        {
            if (axes[c] is { } axis)
            {
                segments[c] = SegmentRange.FirstCommon(passing[first][c], passing[second][c], axis.IsInhabited);
                if (segments[c] < 0) return null;
            }
            else if (table.Rules[first].Cells[c] is not null && table.Rules[second].Cells[c] is not null)
            {
                return null;
            }
        }

        return segments;
    }

    /// <summary>Follows the rules that pass the columns so far; where none is left, nothing covers the segments chosen.</summary>
    private void Sweep(int column, List<int> rules, int[] segments)
    {
        if (++visits >= MaxVisits || gaps.Count >= MaxFindings) return;
        if (rules.Count == 0)
        {
            gaps.Add(new TableGap(Example(segments, column)));
            return;
        }

        if (column == axes.Length || !covered.Add((column, string.Join(',', rules)))) return;
        if (axes[column] is not { } axis)
        {
            Sweep(column + 1, rules, segments);
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < axis.Segments; s++)
        {
            if (!axis.IsInhabited(s)) continue;
            var left = rules.FindAll(r => SegmentRange.Contains(passing[r][column], s));
            if (!seen.Add(string.Join(',', left))) continue;
            segments[column] = s;
            Sweep(column + 1, left, segments);
        }
    }

    /// <summary>A row that shows the finding; columns behind <paramref name="known"/> may hold anything.</summary>
    private OrderedDictionary<string, string> Example(int[] segments, int known)
    {
        var example = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        for (var c = 0; c < axes.Length; c++)
        {
            var label = table.Columns[c].Label;
            while (example.ContainsKey(label)) label += "'";
            var value = c < known ? axes[c]?.Example(segments[c], table.Source.Inputs[c].Scale is { } scale and > 0 ? scale : 1) : null;
            example[label] = value is null ? c < known && axes[c] is { Segments: > 1 } ? "其他" : "-" : Shown(value, c);
        }

        return example;
    }

    /// <summary>The value in the unit of the column.</summary>
    private string Shown(FeelValue value, int column) =>
        value is NumberValue n && table.Source.Inputs[column].Scale is { } scale && scale != 0
            ? NumberValue.Format(n.Value / scale)
            : value.ToString();
}
