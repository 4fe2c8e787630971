using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Tables;

/// <summary>A table of items with an identity: prepared to insert many, and to find one that is there already.</summary>
internal abstract class ItemTable<T>(SqliteConnection connection, SqliteTransaction transaction, string insert, string find) : IDisposable
{
    private readonly Statement _insert = new(connection, insert, transaction);
    private readonly Statement _find = new(connection, find, transaction);

    /// <summary>Inserts the item; false when its identity is there already.</summary>
    public bool Insert(T item, long batch) => Insert(_insert, item, batch) == 1;

    /// <summary>The stored item of that identity, which must be there.</summary>
    public T Stored(string identity)
    {
        using var reader = _find.Query(identity);
        return reader.Read() ? Map(reader) : throw new InvalidOperationException($"No row of {typeof(T).Name} with that identity.");
    }

    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
    }

    protected abstract int Insert(Statement statement, T item, long batch);

    protected abstract T Map(SqliteDataReader reader);
}
