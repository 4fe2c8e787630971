using Huodi.Rules.Evaluation.Columnar.Nodes;
using Huodi.Rules.Tables.Index;

namespace Huodi.Rules.Evaluation.Columnar.Tables;

/// <summary>Gives the class of a column's value in each row of a block.</summary>
internal abstract class ClassLookup(ColumnIndex index)
{
    public ColumnIndex Index => index;

    /// <summary>Fills in the classes; those of rows that are not known mean nothing.</summary>
    public abstract Vec Find(Scratch scratch, Span<int> classes);

    /// <summary>The lookup over a node, or null where the node is of another kind than the cells.</summary>
    public static ClassLookup? Of(ColumnIndex index, PlanNode? node, PlanBuilder builder) => node switch
    {
        TruthNode truth when index.Kind == FeelKind.Boolean => new TruthLookup(index, truth),
        ValueNode { Kind: FeelKind.String } value when index.Kind == FeelKind.String => new TextLookup(index, value, builder),
        ValueNode { Kind: FeelKind.Number } value when index.Kind == FeelKind.Number => new NumberLookup(index, value),
        ValueNode { Kind: FeelKind.Date } value when index.Kind == FeelKind.Date => new DateLookup(index, value),
        _ => null,
    };
}

internal sealed class TruthLookup(ColumnIndex index, TruthNode node) : ClassLookup(index)
{
    private readonly int whenTrue = index.Classes[0];
    private readonly int whenFalse = index.Classes[1];

    public override Vec Find(Scratch scratch, Span<int> classes)
    {
        var vec = node.Of(scratch);
        for (var i = 0; i < classes.Length; i++) classes[i] = Bits.Get(vec.Truth, i) ? whenTrue : whenFalse;
        return vec;
    }
}

internal sealed class TextLookup : ClassLookup
{
    private readonly ValueNode node;
    private readonly int[] classOf;
    private readonly int other;

    public TextLookup(ColumnIndex index, ValueNode node, PlanBuilder builder)
        : base(index)
    {
        this.node = node;
        other = index.Classes[^1];
        var symbols = index.Cuts.Select(c => builder.Symbol(c.AsString())).ToArray();
        classOf = new int[symbols.Max() + 1];
        Array.Fill(classOf, other);
        for (var i = 0; i < symbols.Length; i++) classOf[symbols[i]] = index.Classes[i];
    }

    public override Vec Find(Scratch scratch, Span<int> classes)
    {
        var vec = node.FixedOf(scratch);
        var symbols = vec.LongsOf(classes.Length);
        for (var i = 0; i < classes.Length; i++) classes[i] = (ulong)symbols[i] < (ulong)classOf.Length ? classOf[symbols[i]] : other;
        return vec;
    }
}

internal sealed class DateLookup(ColumnIndex index, ValueNode node) : ClassLookup(index)
{
    /// <summary>What separates days since 1970 from <see cref="DateOnly.DayNumber"/>.</summary>
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly StepFunction steps = StepFunction.Of([.. index.Cuts.Select(c => (decimal)((DateValue)c).Value.EpochDay + Epoch)], index.Classes, 0);

    public override Vec Find(Scratch scratch, Span<int> classes)
    {
        var vec = node.FixedOf(scratch);
        steps.Find(vec.LongsOf(classes.Length), classes);
        return vec;
    }
}

internal sealed class NumberLookup(ColumnIndex index, ValueNode node) : ClassLookup(index)
{
    private readonly decimal[] cuts = [.. index.Cuts.Select(c => c.AsNumber())];
    private readonly int[] classes = [.. index.Classes];
    private readonly StepFunction? steps = node.CanFix ? StepFunction.Of([.. index.Cuts.Select(c => c.AsNumber())], index.Classes, node.Scale) : null;

    public override Vec Find(Scratch scratch, Span<int> found)
    {
        var vec = node.Of(scratch);
        if (!vec.IsWide && steps is not null)
        {
            steps.Find(vec.LongsOf(found.Length), found);
            return vec;
        }

        var values = vec.DecimalsOf(found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            var place = Array.BinarySearch(cuts, values[i]);
            found[i] = classes[place >= 0 ? (2 * place) + 1 : 2 * ~place];
        }

        return vec;
    }
}
