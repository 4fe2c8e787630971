using System.Collections.Concurrent;
using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Columnar.Nodes;
using Huodi.Rules.Evaluation.Columnar.Roots;

namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>A program made ready for columns of one layout. Shared by threads; each takes a scratch of its own.</summary>
internal sealed class Plan
{
    private readonly ConcurrentBag<Scratch> idle = [];
    private readonly int[] layout;
    private readonly IReadOnlyList<string> constants;
    private readonly int nodes;

    private Plan(int[] layout, PlanRoot root, PlanBuilder builder) =>
        (this.layout, Root, constants, nodes) = (layout, root, builder.Constants, builder.Count);

    public PlanRoot Root { get; }

    public static Plan Make(BoundProgram program, Column?[] columns)
    {
        var builder = new PlanBuilder(columns);
        var root = program.Root is BoundTable table ? TableRoot.Make(program, table, builder) : RootOf(builder.Build(program.Root));
        return new Plan(LayoutOf(columns), root ?? new ScalarRoot(program), builder);
    }

    public bool Serves(ReadOnlySpan<Column?> columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (layout[i] != (columns[i]?.Layout ?? 0)) return false;
        }

        return true;
    }

    public Symbols Bind(Column?[] columns)
    {
        var texts = columns.OfType<StringColumn>().Distinct().ToList();
        return constants.Count == 0 && texts.Count == 0 ? Symbols.None : new Symbols(constants, texts);
    }

    public Scratch Rent() => idle.TryTake(out var scratch) ? scratch : new Scratch(nodes);

    public void Return(Scratch scratch)
    {
        scratch.Release();
        idle.Add(scratch);
    }

    private static PlanRoot? RootOf(PlanNode? node) => node switch
    {
        ValueNode value => new ValueRoot(value),
        TruthNode truth => new TruthRoot(truth),
        _ => null,
    };

    private static int[] LayoutOf(Column?[] columns) => Array.ConvertAll(columns, c => c?.Layout ?? 0);
}
