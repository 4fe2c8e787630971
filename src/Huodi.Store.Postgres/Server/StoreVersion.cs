using Huodi.App.Stores;
using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>How old the structure of a server store is, found out without changing it.</summary>
/// <param name="Version">The newest script it has; 0 where there is no store.</param>
/// <param name="Newest">The newest script this program has.</param>
/// <param name="Pending">How many scripts it lacks.</param>
public sealed record StoreVersion(long Version, int Newest, int Pending)
{
    /// <summary>Asks the server.</summary>
    /// <exception cref="StoreException">The server cannot be reached, or the store is newer than this program.</exception>
    public static async Task<StoreVersion> ReadAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = ConnectionText.Parse(connectionString);
        var errors = new ServerErrors($"{settings.Host}/{settings.Database}");
        return await errors.GuardAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellation);
            const string Exists = "SELECT count(*) FROM pg_tables WHERE schemaname = $1 AND tablename = 'huodi_migration'";
            var schema = ConnectionText.FirstSchema(settings.SearchPath ?? "");
            if (await connection.NumberAsync(Exists, [schema], cancellation) == 0) return new StoreVersion(0, Migrations.Newest, Migrations.Count);
            var version = await connection.NumberAsync("SELECT max(version) FROM huodi_migration", [], cancellation);
            if (version > Migrations.Newest) throw Migrations.Newer(errors.Server, version);
            return new StoreVersion(version, Migrations.Newest, (await Migrations.PendingAsync(connection, version, cancellation)).Count);
        });
    }
}
