using Huodi.App.Stores;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>
/// Connections to one store file: one that writes, with a write-ahead log forced to disk at each commit, and any number that read
/// a consistent state beside it.
/// </summary>
internal sealed class Connections : IDisposable
{
    private const int BusySeconds = 5;
    private readonly string _readText;

    private Connections(string path, SqliteConnection writer)
    {
        Path = path;
        Writer = writer;
        _readText = Text(path, SqliteOpenMode.ReadOnly, pooling: true);
    }

    public string Path { get; }

    /// <summary>The one connection that writes.</summary>
    public SqliteConnection Writer { get; }

    /// <summary>Opens a store that exists and brings it up to date.</summary>
    public static Connections Open(string path, TimeProvider clock) => SqliteErrors.Guard(path, () =>
    {
        var writer = OpenWriter(path, SqliteOpenMode.ReadWrite);
        try
        {
            KeepLog(writer);
            Migrations.Apply(writer, clock);
            return new Connections(path, writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    });

    /// <summary>Makes a file completely under another name and then gives it its own, so that no unfinished one is ever found there.</summary>
    /// <param name="path">Where it is to be.</param>
    /// <param name="replace">Whether a file that is there is replaced; else it is left as it is and the new one dropped.</param>
    /// <param name="fill">Fills it.</param>
    /// <param name="cancellation">Cancels; the unfinished file is removed.</param>
    public static async Task CreateAsync(string path, bool replace, Func<SqliteConnection, Task> fill, CancellationToken cancellation)
    {
        var unfinished = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            File.Delete(unfinished);
            using (var connection = OpenWriter(unfinished, SqliteOpenMode.ReadWriteCreate)) await fill(connection);
            cancellation.ThrowIfCancellationRequested();
            Move(unfinished, path, replace);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException("STORE_READ_ONLY", $"无法建立“{path}”（{e.Message}），请检查文件夹的写入权限和磁盘空间。", e);
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(unfinished + "-journal");
        }
    }

    /// <summary>A connection of its own that reads.</summary>
    public static SqliteConnection OpenToRead(string path)
    {
        var connection = new SqliteConnection(Text(path, SqliteOpenMode.ReadOnly, pooling: false));
        connection.Open();
        return connection;
    }

    /// <summary>Turns on the write-ahead log, which a file keeps from then on.</summary>
    public static void KeepLog(SqliteConnection connection)
    {
        using var log = new Statement(connection, "PRAGMA journal_mode = WAL");
        _ = log.Run();
    }

    /// <summary>
    /// Writes straight into the file, with a rollback journal, until <see cref="ReturnToLog"/>: pages that are new are then written once
    /// instead of twice and read again. Only where nobody else has the file open; else the log stays.
    /// </summary>
    public bool TryLeaveLog()
    {
        using (var pooled = new SqliteConnection(_readText)) SqliteConnection.ClearPool(pooled);
        return TryJournal("DELETE");
    }

    /// <summary>Turns the log on again. Where somebody reads just now, the next to open the store does it.</summary>
    public void ReturnToLog() => TryJournal("WAL");

    /// <summary>Pages kept in memory while much is written, so that those of an index are not written out again and again; else SQLite's own 2 MiB.</summary>
    public void WideCache(bool isWide)
    {
        using var cache = new RawStatement(Writer, isWide ? "PRAGMA cache_size = -131072" : "PRAGMA cache_size = -2000");
        _ = cache.Run();
    }

    /// <summary>A connection that reads.</summary>
    public SqliteConnection OpenReader() => SqliteErrors.Guard(Path, () =>
    {
        var connection = new SqliteConnection(_readText);
        connection.Open();
        return connection;
    });

    public void Dispose()
    {
        using (var pooled = new SqliteConnection(_readText)) SqliteConnection.ClearPool(pooled);
        Writer.Dispose();
    }

    /// <summary>A connection of its own that writes.</summary>
    public static SqliteConnection OpenWriter(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(Text(path, mode, pooling: false));
        connection.Open();
        SpatialFunctions.Register(connection);
        using var durable = new Statement(connection, "PRAGMA synchronous = FULL");
        _ = durable.Run();
        return connection;
    }

    /// <summary>Asks once and does not wait: a file in use keeps its journal, which is slower and as safe.</summary>
    private bool TryJournal(string mode)
    {
        using var wait = new RawStatement(Writer, "PRAGMA busy_timeout = 0");
        _ = wait.Read();
        using var set = new RawStatement(Writer, $"PRAGMA journal_mode = {mode}");
        try
        {
            return set.Read() && set.Text(0).Equals(mode, StringComparison.OrdinalIgnoreCase);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }
    }

    private static string Text(string path, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = System.IO.Path.GetFullPath(path),
        Mode = mode,
        ForeignKeys = true,
        Pooling = pooling,
        DefaultTimeout = BusySeconds,
    }.ToString();

    private static void Move(string unfinished, string path, bool replace)
    {
        try
        {
            File.Move(unfinished, path, replace);
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            // Another process made it first; its file stands.
        }
    }
}
