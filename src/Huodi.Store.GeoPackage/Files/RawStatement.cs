using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>A prepared statement on SQLite's own interface, for bulk work: values are bound without an object each. Parameters count from 1.</summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public RawStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public void Bind(int parameter, long number) => Check(raw.sqlite3_bind_int64(_statement, parameter, number));

    public void Bind(int parameter, double number) => Check(raw.sqlite3_bind_double(_statement, parameter, number));

    /// <summary>Binds a text, or null.</summary>
    public void Bind(int parameter, string? text)
    {
        if (text is null) BindNull(parameter);
        else Check(raw.sqlite3_bind_text(_statement, parameter, text));
    }

    public void BindText(int parameter, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, parameter, utf8));

    public void BindBytes(int parameter, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(_statement, parameter, bytes));

    public void BindNull(int parameter) => Check(raw.sqlite3_bind_null(_statement, parameter));

    /// <summary>Binds a number, or null.</summary>
    public void Bind(int parameter, long? number)
    {
        if (number is { } value) Bind(parameter, value);
        else BindNull(parameter);
    }

    /// <summary>Runs it and gives the number of rows changed.</summary>
    public int Run()
    {
        var result = raw.sqlite3_step(_statement);
        Check(raw.sqlite3_reset(_statement));
        if (result != raw.SQLITE_DONE) Check(result);
        return raw.sqlite3_changes(_database);
    }

    /// <summary>Moves to the next row; false at the end, where it is ready to run again.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        Check(raw.sqlite3_reset(_statement));
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    /// <summary>The row that was inserted last.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_database);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A text in UTF-8, or bytes; good until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
