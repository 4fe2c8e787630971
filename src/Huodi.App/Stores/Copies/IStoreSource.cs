namespace Huodi.App.Stores.Copies;

/// <summary>Everything a store holds, table by table, in the state at the moment it was opened; others may write beside it.</summary>
public interface IStoreSource : IAsyncDisposable
{
    /// <summary>Every table but the record of migrations: found in the store itself, so that a new one cannot be forgotten.</summary>
    IReadOnlyList<StoreTable> Tables { get; }

    /// <summary>The rows of a table by its key, with the cells of the columns asked for; one array is used for every row.</summary>
    IAsyncEnumerable<object?[]> RowsAsync(string table, IReadOnlyList<StoreColumn> columns, CancellationToken cancellation);
}
