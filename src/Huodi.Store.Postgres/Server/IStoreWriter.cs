using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>The one way to write: in one transaction that is kept whole or not at all, and that alone may write its ledger.</summary>
internal interface IStoreWriter
{
    /// <summary>Does the work and commits.</summary>
    Task<T> WriteAsync<T>(string ledger, Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellation);
}
