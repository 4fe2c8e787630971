using Huodi.App.Stores;
using Huodi.App.Stores.Copies;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Copies;

/// <summary>A store on a server, filled in one transaction. Nothing was in it before but what its scripts put there.</summary>
public sealed class PostgresTarget : IStoreTarget
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly ServerErrors _errors;
    private readonly TableList _tables;

    private PostgresTarget(NpgsqlConnection connection, NpgsqlTransaction transaction, ServerErrors errors, TableList tables) =>
        (_connection, _transaction, _errors, _tables) = (connection, transaction, errors, tables);

    /// <inheritdoc/>
    public IReadOnlyList<StoreTable> Tables => _tables.Tables;

    /// <summary>Connects to a store, makes its tables where they are missing, and begins to fill it.</summary>
    /// <exception cref="StoreException">STORE_NOT_EMPTY: it holds something; or the server cannot be reached or written.</exception>
    public static async Task<PostgresTarget> CreateAsync(string connectionString, TimeProvider clock, CancellationToken cancellation)
    {
        await (await PostgresStore.OpenAsync(connectionString, clock, cancellation)).DisposeAsync();
        var settings = ConnectionText.Parse(connectionString);
        var errors = new ServerErrors($"{settings.Host}/{settings.Database}");
        return await errors.GuardAsync(async () =>
        {
            var connection = new NpgsqlConnection(settings.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellation);
                var transaction = await connection.BeginTransactionAsync(cancellation);
                var tables = await TableList.ReadAsync(connection, cancellation);
                await EnsureEmptyAsync(connection, tables, errors, cancellation);
                _ = await connection.RunAsync("SET CONSTRAINTS ALL DEFERRED", [], cancellation);
                return new PostgresTarget(connection, transaction, errors, tables);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public Task<long> FillAsync(string table, IReadOnlyList<StoreColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation) =>
        _errors.GuardAsync(async () =>
        {
            // What triggers forbid is changing what was filed, and adding to it; here it is filed anew.
            _ = await _connection.RunAsync($"ALTER TABLE \"{table}\" DISABLE TRIGGER USER; DELETE FROM \"{table}\"", [], cancellation);
            var server = _tables.Columns(table, columns);
            var count = 0L;
            var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
            await using (var copy = await _connection.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellation))
            {
                await foreach (var row in rows.WithCancellation(cancellation))
                {
                    await copy.StartRowAsync(cancellation);
                    for (var n = 0; n < row.Length; n++) await WriteAsync(copy, row[n], server[n], cancellation);
                    count++;
                }

                _ = await copy.CompleteAsync(cancellation);
            }

            foreach (var column in columns.Where(c => c.IsRowNumber))
            {
                var next = $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column.Name}'), max(\"{column.Name}\")) FROM \"{table}\"";
                _ = await _connection.RunAsync(next, [], cancellation);
            }

            return count;
        });

    /// <inheritdoc/>
    public Task CommitAsync(CancellationToken cancellation) => _errors.GuardAsync(async () =>
    {
        _ = await _connection.RunAsync("SET CONSTRAINTS ALL IMMEDIATE", [], cancellation);
        foreach (var table in Tables) _ = await _connection.RunAsync($"ALTER TABLE \"{table.Name}\" ENABLE TRIGGER USER", [], cancellation);
        await _transaction.CommitAsync(cancellation);
        _ = await _connection.RunAsync("ANALYZE", [], cancellation);
        return true;
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async Task EnsureEmptyAsync(NpgsqlConnection connection, TableList tables, ServerErrors errors, CancellationToken cancellation)
    {
        // Imports, runs and filed versions all leave a row with a number from a sequence or of their own; seeds are single rows.
        foreach (var table in tables.Tables)
        {
            _ = await connection.RunAsync($"LOCK TABLE \"{table.Name}\" IN ACCESS EXCLUSIVE MODE", [], cancellation);
            var rows = await connection.NumberAsync($"SELECT count(*) FROM (SELECT FROM \"{table.Name}\" LIMIT 2) r", [], cancellation);
            var isSeed = rows == 1 && table.Name.EndsWith("_head", StringComparison.Ordinal)
                && await connection.NumberAsync($"SELECT entries FROM \"{table.Name}\"", [], cancellation) == 0;
            if (rows == 0 || isSeed) continue;
            throw new StoreException(
                "STORE_NOT_EMPTY",
                $"数据库 {errors.Server} 中已有内容（表 {table.Name}），没有改动它。请在连接参数 Search Path 中换一个模式；要替换它，用 huodi store restore --force。");
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? cell, ServerColumn column, CancellationToken cancellation) => cell switch
    {
        null => copy.WriteNullAsync(cancellation),
        long number when column.Type == NpgsqlDbType.Integer => copy.WriteAsync(checked((int)number), column.Type, cancellation),
        long number when column.Type == NpgsqlDbType.Smallint => copy.WriteAsync(checked((short)number), column.Type, cancellation),
        long number => copy.WriteAsync(number, column.Type, cancellation),
        double number => copy.WriteAsync(number, column.Type, cancellation),
        bool truth => copy.WriteAsync(truth, column.Type, cancellation),
        DateOnly day => copy.WriteAsync(day, column.Type, cancellation),
        DateTimeOffset moment => copy.WriteAsync(moment, column.Type, cancellation),
        string text => copy.WriteAsync(text, column.Type, cancellation),
        long[] numbers => copy.WriteAsync(numbers, column.Type, cancellation),
        string[] texts => copy.WriteAsync(texts, column.Type, cancellation),
        byte[] bytes when column.Column.Kind == CellKind.Shape => copy.WriteAsync(Wkb.WithReference(bytes), column.Type, cancellation),
        byte[] bytes => copy.WriteAsync(bytes, column.Type, cancellation),
        _ => throw new InvalidOperationException($"No cell holds {cell.GetType().Name}."),
    };
}
