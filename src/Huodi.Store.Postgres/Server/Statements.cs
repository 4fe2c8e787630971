using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>Commands with the positional parameters <c>$1, $2, …</c>.</summary>
internal static class Statements
{
    /// <summary>A command with its values.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) _ = command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    /// <summary>Runs a command and gives the number of rows changed.</summary>
    public static async Task<int> RunAsync(this NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Runs a command that may take minutes, and gives the number of rows changed.</summary>
    public static async Task<long> RunLongAsync(this NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, values);
        command.CommandTimeout = 0;
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The whole number that a command selects; 0 for null.</summary>
    public static async Task<long> NumberAsync(this NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteScalarAsync(cancellation) switch
        {
            long number => number,
            int number => number,
            _ => 0,
        };
    }

    /// <summary>
    /// All items of a command. <paramref name="map"/> begins on an item's first row, ends on the next item's, and tells whether there is one.
    /// </summary>
    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlConnection connection,
        string sql,
        object?[] values,
        Func<NpgsqlDataReader, CancellationToken, Task<(T Item, bool HasMore)>> map,
        CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var list = new List<T>();
        for (var hasMore = await reader.ReadAsync(cancellation); hasMore;)
        {
            (var item, hasMore) = await map(reader, cancellation);
            list.Add(item);
        }

        return list;
    }
}
