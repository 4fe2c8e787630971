using Huodi.Formats.Files;
using SQLitePCL;

namespace Huodi.Formats.Sources.GeoPackage;

/// <summary>
/// A SQLite file that somebody sent, opened so that it can do no harm: read-only, nothing in its schema trusted, and every statement
/// stops when the reading is cancelled. Raw statements, because ADO boxes each cell.
/// </summary>
internal sealed class ReadOnlyDatabase : IDisposable
{
    private const int StepsBetweenLooks = 100_000;
    private readonly sqlite3 _db;
    private readonly string _name;
    private CancellationToken _cancellation;

    /// <exception cref="FileRefusedException">GPKG_OPEN.</exception>
    public ReadOnlyDatabase(string path, string name)
    {
        Batteries_V2.Init();
        _name = name;
        // A database left in WAL mode by another program cannot be read from a folder that cannot be written, unless nothing waits in its log.
        var canWait = File.Exists(path + "-wal");
        if (raw.sqlite3_open_v2(path, out _db, raw.SQLITE_OPEN_READONLY, null) != raw.SQLITE_OK || !IsReadable())
        {
            var result = raw.sqlite3_errcode(_db);
            if (result is not raw.SQLITE_CANTOPEN || canWait) throw Refuse(result);
            raw.sqlite3_close_v2(_db);
            var uri = $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
            result = raw.sqlite3_open_v2(uri, out _db, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI, null);
            if (result != raw.SQLITE_OK || !IsReadable()) throw Refuse(result);
        }

        _ = raw.sqlite3_exec(_db, "PRAGMA query_only=1; PRAGMA trusted_schema=0; PRAGMA cell_size_check=1; PRAGMA mmap_size=0; PRAGMA cache_size=-65536");
        raw.sqlite3_progress_handler(_db, StepsBetweenLooks, _ => _cancellation.IsCancellationRequested ? 1 : 0, null);
    }

    public void Watch(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="FileRefusedException">GPKG_CORRUPT or GPKG_OPEN.</exception>
    public sqlite3_stmt Prepare(string sql, params ReadOnlySpan<string> texts)
    {
        var result = raw.sqlite3_prepare_v2(_db, sql, out var statement);
        if (result != raw.SQLITE_OK) throw Refuse(result);
        for (var i = 0; i < texts.Length; i++) _ = raw.sqlite3_bind_text(statement, i + 1, texts[i]);
        return statement;
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Next(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        _cancellation.ThrowIfCancellationRequested();
        throw Refuse(result);
    }

    /// <summary>Runs a query and reads every row.</summary>
    public List<T> All<T>(string sql, Func<sqlite3_stmt, T> read, params ReadOnlySpan<string> texts)
    {
        using var statement = Prepare(sql, texts);
        var rows = new List<T>();
        while (Next(statement)) rows.Add(read(statement));
        return rows;
    }

    public static string Text(sqlite3_stmt row, int column) => raw.sqlite3_column_text(row, column).utf8_to_string() ?? "";

    public void Dispose() => raw.sqlite3_close_v2(_db);

    private bool IsReadable()
    {
        var result = raw.sqlite3_prepare_v2(_db, "SELECT count(*) FROM sqlite_master", out var statement);
        if (result != raw.SQLITE_OK) return false;
        using (statement) return raw.sqlite3_step(statement) == raw.SQLITE_ROW;
    }

    private FileRefusedException Refuse(int result) => (result & 0xFF) switch
    {
        raw.SQLITE_NOTADB => new("GPKG_NOT_DATABASE", $"{_name} 不是 GeoPackage（SQLite）数据库。", "文件可能下载不完整，或只是改了扩展名：重新导出为 GeoPackage。"),
        raw.SQLITE_CORRUPT => new("GPKG_CORRUPT", $"{_name} 已损坏或被截断（{raw.sqlite3_errmsg(_db).utf8_to_string()}），没有导入。", "重新复制或导出完整的文件后再导入。"),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new("GPKG_BUSY", $"{_name} 正被其他程序改写。", "在 QGIS 等程序中保存并关闭后再导入。"),
        _ => new("GPKG_OPEN", $"{_name} 无法读取（{raw.sqlite3_errmsg(_db).utf8_to_string()}）。", "检查文件是否完整、是否有读取权限，重新导出后再导入。"),
    };
}
