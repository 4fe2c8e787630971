using System.Reflection;
using Huodi.App.Stores;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Scheduling;

/// <summary>The tables of the clustered scheduler, in a schema beside the store's: <c>huodi_quartz</c> for the store <c>huodi</c>.</summary>
/// <param name="ConnectionString">In Npgsql's form.</param>
/// <param name="Prefix">What stands before the name of each table: the schema, and qrtz_.</param>
public sealed record QuartzTables(string ConnectionString, string Prefix)
{
    /// <summary>Makes them where they are missing; any number of workers may ask at once.</summary>
    /// <param name="connectionString">The store, as on the command line.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreException">The server cannot be reached, or the user may not make a schema.</exception>
    public static async Task<QuartzTables> EnsureAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = ConnectionText.Parse(connectionString);
        var schema = $"\"{(ConnectionText.FirstSchema(settings.SearchPath ?? "") + "_quartz").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var errors = new ServerErrors($"{settings.Host}/{settings.Database}");
        return await errors.GuardAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            // Two workers that make a schema at once would collide in the server's catalogue.
            _ = await connection.RunAsync("SELECT pg_advisory_xact_lock(hashtext($1))", [schema], cancellation);
            _ = await connection.RunAsync("SET LOCAL client_min_messages = warning", [], cancellation);
            _ = await connection.RunAsync(Script().Replace("{0}", schema, StringComparison.Ordinal), [], cancellation);
            await transaction.CommitAsync(cancellation);
            return new QuartzTables(settings.ConnectionString, schema + ".qrtz_");
        });
    }

    private static string Script()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scheduling/quartz.sql")
            ?? throw new StoreException("STORE_FAILED", "程序不完整：缺少结构脚本 quartz.sql，请重新安装。");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
