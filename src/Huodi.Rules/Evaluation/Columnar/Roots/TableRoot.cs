using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Columnar.Nodes;
using Huodi.Rules.Evaluation.Columnar.Tables;
using Huodi.Rules.Evaluation.Scalar;
using Huodi.Rules.Tables.Index;

namespace Huodi.Rules.Evaluation.Columnar.Roots;

/// <summary>A decision table, by grid where that is small enough, else by the sets of rules that the columns pass.</summary>
internal sealed class TableRoot : PlanRoot
{
    private readonly ClassLookup[] lookups;
    private readonly TruthNode[] allowed;
    private readonly DecisionGrid? grid;
    private readonly RuleSearch? search;
    private readonly OutcomeColumn outcomes;
    private readonly int state;

    private TableRoot(ClassLookup[] lookups, TruthNode[] allowed, TableStep step, BoundProgram program, PlanBuilder builder)
    {
        (this.lookups, this.allowed) = (lookups, allowed);
        var table = step.Table;
        var columns = Array.ConvertAll(lookups, l => l.Index);
        var found = new Outcomes(step, program);
        grid = DecisionGrid.Of(columns, table.Rules.Count, found);
        if (grid is null) search = new RuleSearch(columns, table.Rules.Count, table.Source.HitPolicy == HitPolicy.First, found);
        outcomes = new OutcomeColumn(found.Values, builder);
        state = builder.Added(new AbsentTruth()).Id;
    }

    public override FeelKind? Kind => outcomes.Kind;

    public override int Scale => outcomes.Scale;

    /// <summary>The table over columns; null where a cell or a column has no columnar form.</summary>
    public static TableRoot? Make(BoundProgram program, BoundTable table, PlanBuilder builder)
    {
        if (table.Rules.Count == 0 || RuleIndex.Of(table) is not { } index) return null;
        var lookups = new List<ClassLookup>();
        var allowed = new List<TruthNode>();
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var node = builder.Build(table.Columns[c].Expression);
            if (table.Columns[c].Allowed is { } tests)
            {
                if (node is not ValueNode value || builder.In(value, tests) is not { } passes) return null;
                allowed.Add(passes);
            }

            if (index.Columns[c].Kind is null) continue;
            if (ClassLookup.Of(index.Columns[c], node, builder) is not { } lookup) return null;
            lookups.Add(lookup);
        }

        return new TableRoot([.. lookups], [.. allowed], (TableStep)program.Scalar, program, builder);
    }

    public override void Run(Scratch scratch, ColumnOutput output)
    {
        var vec = scratch[state];
        vec.Clean = true;
        foreach (var check in allowed) Refuse(vec, check.Of(scratch));
        var found = scratch.Integers(0).AsSpan(0, scratch.Padded);
        if (grid is not null) FindInGrid(grid, scratch, vec, found);
        else FindInSets(search!, scratch, vec, found); // there is one of the two
        outcomes.Write(found[..scratch.Rows], vec, scratch.First, output);
    }

    private void FindInGrid(DecisionGrid cells, Scratch scratch, Vec vec, Span<int> found)
    {
        found.Clear();
        var classes = scratch.Integers(1).AsSpan(0, found.Length);
        for (var c = 0; c < lookups.Length; c++)
        {
            Classes(lookups[c], scratch, vec, classes, lookups[c].Index.Count);
            var stride = cells.Strides[c];
            for (var i = 0; i < found.Length; i++) found[i] = unchecked(found[i] + (classes[i] * stride));
        }

        for (var i = 0; i < found.Length; i++) found[i] = cells.Cells[found[i]];
    }

    private void FindInSets(RuleSearch sets, Scratch scratch, Vec vec, Span<int> found)
    {
        for (var c = 0; c < lookups.Length; c++) Classes(lookups[c], scratch, vec, scratch.Integers(c + 1).AsSpan(0, found.Length), -1);
        Span<int> row = stackalloc int[lookups.Length];
        for (var i = 0; i < scratch.Rows; i++)
        {
            for (var c = 0; c < row.Length; c++) row[c] = scratch.Integers(c + 1)[i];
            found[i] = sets.Find(row);
        }
    }

    /// <summary>The classes of a column, <paramref name="none"/> where it is missing; rows in trouble are noted.</summary>
    private static void Classes(ClassLookup lookup, Scratch scratch, Vec vec, Span<int> classes, int none)
    {
        var value = lookup.Find(scratch, classes);
        if (value.Clean) return;
        for (var w = 0; w << 6 < classes.Length; w++)
        {
            for (var unknown = ~value.Known[w]; unknown != 0; unknown &= unknown - 1)
            {
                classes[(w << 6) + System.Numerics.BitOperations.TrailingZeroCount(unknown)] = none;
            }
        }

        Note(vec);
        for (var w = 0; w < Block.Words; w++) vec.Trouble[w] |= value.Trouble[w];
    }

    /// <summary>Rows whose input is known not to be allowed.</summary>
    private static void Refuse(Vec vec, Vec passes)
    {
        Note(vec);
        for (var w = 0; w < Block.Words; w++) vec.Trouble[w] |= passes.TroubleAt(w) | (passes.KnownAt(w) & ~passes.Truth[w]);
    }

    private static void Note(Vec vec)
    {
        if (vec.Clean) Array.Clear(vec.Trouble);
        vec.Clean = false;
    }
}
