using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Huodi.App.Stores.Copies;

/// <summary>
/// Copies all of a store into a new one of either kind, row by row, without knowing what the tables are for: what a table holds is
/// found out from the stores themselves, so a new table is copied without a line here. Two stores that do not have the same tables and
/// columns are not copied at all.
/// </summary>
public static class StoreCopy
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Copies and commits.</summary>
    /// <param name="source">The store to read.</param>
    /// <param name="target">The new store.</param>
    /// <param name="progress">Takes the name of each table before it is copied.</param>
    /// <param name="cancellation">Cancels; the target is not there then.</param>
    /// <returns>How many rows each table has.</returns>
    /// <exception cref="StoreException">STORE_COPY_SHAPE: the stores differ in a table or column; or one cannot be read or written.</exception>
    public static async Task<IReadOnlyList<KeyValuePair<string, long>>> RunAsync(
        IStoreSource source, IStoreTarget target, Action<string> progress, CancellationToken cancellation)
    {
        var counts = new List<KeyValuePair<string, long>>();
        foreach (var table in Ordered(target.Tables, source.Tables))
        {
            progress(table.Name);
            var (from, to) = Shared(source.Tables.Single(t => t.Name == table.Name), table);
            var rows = ConvertAsync(source.RowsAsync(table.Name, from, cancellation), from, to, cancellation);
            counts.Add(new(table.Name, await target.FillAsync(table.Name, to, rows, cancellation)));
        }

        await target.CommitAsync(cancellation);
        return counts;
    }

    /// <summary>The columns of a table that both stores have, in the same order: all but row numbers that one of them lacks.</summary>
    /// <exception cref="StoreException">STORE_COPY_SHAPE.</exception>
    public static (IReadOnlyList<StoreColumn> From, IReadOnlyList<StoreColumn> To) Shared(StoreTable from, StoreTable to)
    {
        var odd = from.Columns.Where(c => !c.IsRowNumber && to.Columns.All(t => t.Name != c.Name))
            .Concat(to.Columns.Where(c => !c.IsRowNumber && from.Columns.All(f => f.Name != c.Name)))
            .Select(c => $"{from.Name}.{c.Name}").ToList();
        if (odd.Count > 0) throw Differ(odd);
        var pairs = from.Columns.Join(to.Columns, f => f.Name, t => t.Name, (f, t) => (f, t)).ToList();
        return ([.. pairs.Select(p => p.f)], [.. pairs.Select(p => p.t)]);
    }

    /// <summary>A cell in the form of another kind of column.</summary>
    public static object? Convert(object? cell, CellKind to) => (cell, to) switch
    {
        (null, _) => null,
        (string[] texts, CellKind.Text) => JsonSerializer.Serialize(texts, Readable),
        (long[] numbers, CellKind.Text) => JsonSerializer.Serialize(numbers, Readable),
        (string text, CellKind.Wholes) => JsonSerializer.Deserialize<long[]>(text) ?? [],
        (string text, CellKind.Texts) => JsonSerializer.Deserialize<string[]>(text) ?? [],
        (long number, CellKind.Truth) => number != 0,
        (bool truth, CellKind.Whole) => truth ? 1L : 0L,
        (long number, CellKind.Real) => (double)number,
        _ => cell,
    };

    private static List<StoreTable> Ordered(IReadOnlyList<StoreTable> tables, IReadOnlyList<StoreTable> others)
    {
        var odd = tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        odd.SymmetricExceptWith(others.Select(t => t.Name));
        if (odd.Count > 0) throw Differ([.. odd.Order(StringComparer.Ordinal)]);

        var ordered = new List<StoreTable>();
        var waiting = tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            // Tables that refer to each other in a ring are left to the store's deferred constraints.
            var next = waiting.Find(t => t.References.All(r => r == t.Name || waiting.TrueForAll(w => w.Name != r))) ?? waiting[0];
            ordered.Add(next);
            _ = waiting.Remove(next);
        }

        return ordered;
    }

    private static StoreException Differ(IReadOnlyList<string> names) => new(
        "STORE_COPY_SHAPE", $"两个库的结构不同（{string.Join("、", names)}），没有复制。请先用同一版程序执行 huodi store migrate，再复制。");

    private static async IAsyncEnumerable<object?[]> ConvertAsync(
        IAsyncEnumerable<object?[]> rows,
        IReadOnlyList<StoreColumn> from,
        IReadOnlyList<StoreColumn> to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var differing = Enumerable.Range(0, from.Count).Where(n => from[n].Kind != to[n].Kind).ToList();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var n in differing) row[n] = Convert(row[n], to[n].Kind);
            yield return row;
        }
    }
}
