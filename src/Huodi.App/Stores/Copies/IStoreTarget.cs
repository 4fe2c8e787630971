namespace Huodi.App.Stores.Copies;

/// <summary>A new store on its way: filled table by table in one transaction, there when it is committed and not at all before.</summary>
public interface IStoreTarget : IAsyncDisposable
{
    /// <summary>Every table but the record of migrations.</summary>
    IReadOnlyList<StoreTable> Tables { get; }

    /// <summary>Writes the rows of a table, whose cells are of the kinds of the columns; the tables it refers to come before it.</summary>
    /// <returns>How many there were.</returns>
    Task<long> FillAsync(string table, IReadOnlyList<StoreColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>Keeps everything.</summary>
    Task CommitAsync(CancellationToken cancellation);
}
