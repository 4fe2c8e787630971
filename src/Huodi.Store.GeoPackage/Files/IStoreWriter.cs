using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>The one way to write: alone in this process, in one transaction that is kept whole or not at all.</summary>
internal interface IStoreWriter
{
    /// <summary>Does the work and commits.</summary>
    Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> write, CancellationToken cancellation);
}
