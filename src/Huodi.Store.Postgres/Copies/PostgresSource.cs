using System.Data;
using System.Runtime.CompilerServices;
using Huodi.App.Stores;
using Huodi.App.Stores.Copies;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Copies;

/// <summary>All tables of a server store, read in one repeatable-read transaction.</summary>
public sealed class PostgresSource : IStoreSource
{
    private readonly NpgsqlConnection _connection;
    private readonly ServerErrors _errors;
    private readonly TableList _tables;

    private PostgresSource(NpgsqlConnection connection, ServerErrors errors, TableList tables) =>
        (_connection, _errors, _tables) = (connection, errors, tables);

    /// <inheritdoc/>
    public IReadOnlyList<StoreTable> Tables => _tables.Tables;

    /// <summary>Connects to a store that exists and is up to date.</summary>
    /// <exception cref="StoreException">The server cannot be reached, or the schema is no store or an older one (STORE_OLDER).</exception>
    public static async Task<PostgresSource> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var version = await StoreVersion.ReadAsync(connectionString, cancellation);
        if (version.Pending > 0) throw new StoreException("STORE_OLDER", "数据库的结构较旧或不存在，请先执行 huodi store migrate。");
        var settings = ConnectionText.Parse(connectionString);
        var errors = new ServerErrors($"{settings.Host}/{settings.Database}");
        return await errors.GuardAsync(async () =>
        {
            var connection = new NpgsqlConnection(settings.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellation);
                _ = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
                return new PostgresSource(connection, errors, await TableList.ReadAsync(connection, cancellation));
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<object?[]> RowsAsync(
        string table, IReadOnlyList<StoreColumn> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = columns.Select(c => c.Kind == CellKind.Shape ? $"ST_AsBinary(\"{c.Name}\", 'NDR')" : $"\"{c.Name}\"");
        await using var command = _connection.Command($"SELECT {string.Join(", ", names)} FROM \"{table}\" ORDER BY {_tables.Key(table)}");
        await using var reader = await _errors.GuardAsync(() => command.ExecuteReaderAsync(cancellation));
        var row = new object?[columns.Count];
        while (await _errors.GuardAsync(() => reader.ReadAsync(cancellation)))
        {
            for (var n = 0; n < row.Length; n++) row[n] = reader.IsDBNull(n) ? null : Cell(reader, n, columns[n].Kind);
            yield return row;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static object Cell(NpgsqlDataReader reader, int column, CellKind kind) => kind switch
    {
        CellKind.Whole => Convert.ToInt64(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture),
        CellKind.Real => reader.GetDouble(column),
        CellKind.Truth => reader.GetBoolean(column),
        CellKind.Day => reader.GetFieldValue<DateOnly>(column),
        CellKind.Moment => reader.GetFieldValue<DateTimeOffset>(column),
        CellKind.Texts => reader.GetFieldValue<string[]>(column),
        CellKind.Wholes => reader.GetFieldValue<long[]>(column),
        CellKind.Bytes or CellKind.Shape => reader.GetFieldValue<byte[]>(column),
        _ => reader.GetString(column),
    };
}
