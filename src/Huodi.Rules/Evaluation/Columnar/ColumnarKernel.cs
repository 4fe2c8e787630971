using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>
/// An expression or table that runs over columns, a block of rows at a time, without allocating for a row. It gives for every row what the
/// scalar way gives. Rows that columns cannot settle (an error, a null, an overflow) and expressions without a columnar form (functions,
/// lists, contexts) are evaluated the scalar way, unasked. May be shared by threads, each with a batch and an output of its own.
/// </summary>
public sealed class ColumnarKernel
{
    private readonly Lock gate = new();
    private volatile Plan[] plans = [];

    internal ColumnarKernel(BoundProgram program) => Program = program;

    /// <summary>The scope names it reads, in order of first appearance.</summary>
    public IReadOnlyList<string> Names => Program.Names;

    internal BoundProgram Program { get; }

    /// <summary>Whether this batch is computed in columns, not row by row.</summary>
    public bool IsColumnar(ColumnBatch batch) => PlanFor(ColumnsOf(batch)).Root.IsColumnar;

    /// <summary>Evaluates every row of the batch into the output, whose memory is reused.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; looked at once a block.</exception>
    public void Run(ColumnBatch batch, ColumnOutput output, CancellationToken cancellation = default)
    {
        var columns = ColumnsOf(batch);
        var plan = PlanFor(columns);
        var symbols = plan.Bind(columns);
        output.Begin(this, batch, plan.Root, symbols, cancellation);
        var scratch = plan.Rent();
        scratch.Bind(columns, symbols);
        for (var first = 0; first < batch.Rows; first += Block.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            scratch.Begin(first, Math.Min(Block.Rows, batch.Rows - first));
            plan.Root.Run(scratch, output);
        }

        plan.Return(scratch);
    }

    private Column?[] ColumnsOf(ColumnBatch batch)
    {
        var columns = new Column?[Names.Count];
        for (var i = 0; i < columns.Length; i++) columns[i] = batch.Find(Names[i]);
        return columns;
    }

    private Plan PlanFor(Column?[] columns)
    {
        foreach (var plan in plans)
        {
            if (plan.Serves(columns)) return plan;
        }

        lock (gate)
        {
            var made = Plan.Make(Program, columns);
            plans = [.. plans.TakeLast(31), made];
            return made;
        }
    }
}
