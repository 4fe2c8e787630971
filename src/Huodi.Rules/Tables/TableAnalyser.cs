using Huodi.Rules.Binding;

namespace Huodi.Rules.Tables;

/// <summary>Lays a table's cells out on axes and finds overlaps and gaps.</summary>
internal static class TableAnalyser
{
    public static TableAnalysis Analyse(BoundTable table) => new([], [], [.. table.Columns.Select(c => c.Label)]);
}
