using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>A file made under another name, which gets its own when it is whole; until then nothing is found there, and disposing of it removes it.</summary>
internal sealed class UnfinishedFile : IDisposable
{
    private readonly string _unfinished;

    private UnfinishedFile(string path, string unfinished, SqliteConnection connection) =>
        (Path, _unfinished, Connection) = (path, unfinished, connection);

    /// <summary>Where it is to be.</summary>
    public string Path { get; }

    public SqliteConnection Connection { get; }

    public static UnfinishedFile Open(string path)
    {
        var unfinished = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";
        Remove(unfinished);
        return new UnfinishedFile(path, unfinished, Connections.OpenWriter(unfinished, SqliteOpenMode.ReadWriteCreate));
    }

    /// <summary>Gives it its name. Somebody else's file of that name is left as it is.</summary>
    /// <exception cref="IOException">There is a file of that name.</exception>
    public void Keep()
    {
        Connection.Dispose();
        File.Move(_unfinished, Path, overwrite: false);
    }

    public void Dispose()
    {
        Connection.Dispose();
        Remove(_unfinished);
    }

    private static void Remove(string file)
    {
        foreach (var end in new[] { "", "-journal", "-wal", "-shm" }) File.Delete(file + end);
    }
}
