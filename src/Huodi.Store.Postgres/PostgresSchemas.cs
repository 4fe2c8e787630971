using System.Globalization;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Warnings;
using Npgsql;

namespace Huodi.Store.Postgres;

/// <summary>A server store as a schema: setting one aside, so that another takes its name.</summary>
public static class PostgresSchemas
{
    /// <summary>Whether the schema holds a store.</summary>
    /// <exception cref="StoreException">The server cannot be reached, or the store is newer than this program.</exception>
    public static async Task<bool> ExistsAsync(string connectionString, CancellationToken cancellation) =>
        (await StoreVersion.ReadAsync(connectionString, cancellation)).Version > 0;

    /// <summary>The same connection with a schema of another name beside it, for what takes its place when it is whole.</summary>
    public static string Beside(string connectionString, string suffix)
    {
        var settings = ConnectionText.Parse(connectionString);
        var paths = (settings.SearchPath ?? "").Split(',');
        paths[0] = ConnectionText.FirstSchema(settings.SearchPath ?? "") + suffix;
        settings.SearchPath = string.Join(',', paths);
        return settings.ConnectionString;
    }

    /// <summary>Removes the schema beside (<see cref="Beside"/>) when it holds a store: what a restore that was killed has left.</summary>
    public static async Task RemoveAsync(string connectionString, string suffix, CancellationToken cancellation)
    {
        var settings = ConnectionText.Parse(connectionString);
        var errors = new ServerErrors($"{settings.Host}/{settings.Database}");
        var name = ConnectionText.FirstSchema(settings.SearchPath ?? "") + suffix;
        _ = await errors.GuardAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellation);
            if (await connection.NumberAsync("SELECT count(*) FROM pg_tables WHERE schemaname = $1 AND tablename = 'huodi_migration'", [name], cancellation) == 0) return 0;
            return await connection.RunAsync($"SET lock_timeout = '30s'; SET client_min_messages = warning; DROP SCHEMA {Quoted(name)} CASCADE", [], cancellation);
        });
    }

    /// <summary>Gives the schema beside (<see cref="Beside"/>) the name, and the one that had it the name with the moment; both or neither.</summary>
    /// <returns>The name of the schema set aside.</returns>
    /// <exception cref="StoreException">WARNING_RUNNING: a daily run is under way; nothing was changed.</exception>
    public static async Task<string> SwapAsync(string connectionString, string suffix, DateTimeOffset moment, CancellationToken cancellation)
    {
        var settings = ConnectionText.Parse(connectionString);
        var errors = new ServerErrors($"{settings.Host}/{settings.Database}");
        var name = ConnectionText.FirstSchema(settings.SearchPath ?? "");
        var aside = name + moment.UtcDateTime.ToString("'_before_'yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return await errors.GuardAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            _ = await connection.RunAsync("SET LOCAL lock_timeout = '30s'", [], cancellation);
            if (!await WarningTurn.TryLockAsync(connection, name, cancellation)) throw WarningCodes.Replacing();
            _ = await connection.RunAsync($"ALTER SCHEMA {Quoted(name)} RENAME TO {Quoted(aside)}", [], cancellation);
            _ = await connection.RunAsync($"ALTER SCHEMA {Quoted(name + suffix)} RENAME TO {Quoted(name)}", [], cancellation);
            await transaction.CommitAsync(cancellation);
            return aside;
        });
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
