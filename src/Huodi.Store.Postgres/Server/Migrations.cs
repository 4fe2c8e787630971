using System.Globalization;
using System.Reflection;
using Huodi.App.Stores;
using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>The numbered SQL scripts that make and change a store, in one transaction, by one process at a time.</summary>
internal sealed class Migrations(string schema, ServerErrors errors, TimeProvider clock)
{
    private const string Folder = "Migrations/";
    private const long LockKey = 0x4855_4F44_4900; // HUODI

    private static readonly List<(int Version, string Resource)> Scripts =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => (int.Parse(n.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), n))
            .OrderBy(s => s.Item1),
    ];

    /// <summary>The version that this program makes and reads.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>How many scripts there are.</summary>
    public static int Count => Scripts.Count;

    /// <summary>The refusal of a store that a later program made.</summary>
    public static StoreException Newer(string server, long version) =>
        new("STORE_NEWER", $"数据库 {server} 由更新的版本建立（结构 {version}，本程序到 {Newest}），没有改动它。请升级程序。");

    /// <summary>Makes the schema and applies the scripts it does not have yet, all or none.</summary>
    /// <exception cref="StoreException">The schema is newer or somebody else's, or PostGIS is missing.</exception>
    public async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // An index over a city's ledger takes minutes, and whoever comes meanwhile waits for it.
        _ = await connection.RunLongAsync("SELECT pg_advisory_xact_lock($1)", [LockKey], cancellation);
        await EnsurePostgisAsync(connection, cancellation);
        var version = await VersionAsync(connection, cancellation);
        if (version > Scripts[^1].Version)
        {
            throw Newer(errors.Server, version);
        }

        foreach (var (number, resource) in await PendingAsync(connection, version, cancellation))
        {
            _ = await connection.RunLongAsync(Text(resource), [], cancellation);
            const string Record = "INSERT INTO huodi_migration (version, name, applied_at) VALUES ($1, $2, $3)";
            _ = await connection.RunAsync(Record, [number, resource[Folder.Length..], clock.GetUtcNow()], cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The scripts that the store does not have yet, in order.</summary>
    public static async Task<IReadOnlyList<(int Version, string Resource)>> PendingAsync(
        NpgsqlConnection connection, long version, CancellationToken cancellation)
    {
        if (version == 0) return Scripts;
        var applied = await connection.ListAsync(
            "SELECT version FROM huodi_migration", [], async (r, c) => (r.GetInt32(0), await r.ReadAsync(c)), cancellation);
        return [.. Scripts.Where(s => !applied.Contains(s.Version))];
    }

    private static string Text(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new StoreException("STORE_FAILED", $"程序不完整：缺少结构脚本 {resource}，请重新安装。");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    private async Task EnsurePostgisAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await connection.NumberAsync("SELECT count(*) FROM pg_extension WHERE extname = 'postgis'", [], cancellation) > 0) return;
        try
        {
            _ = await connection.RunAsync("CREATE EXTENSION postgis WITH SCHEMA public", [], cancellation);
        }
        catch (PostgresException e)
        {
            throw new StoreException(
                "STORE_NO_POSTGIS",
                $"数据库 {errors.Server} 没有 PostGIS（{e.MessageText}）。请安装 postgresql-15-postgis-3，并由管理员执行 CREATE EXTENSION postgis。",
                e);
        }
    }

    /// <summary>The version of the schema; 0 for one that is empty, which is made where it is missing.</summary>
    private async Task<long> VersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await connection.NumberAsync("SELECT count(*) FROM pg_namespace WHERE nspname = $1", [schema], cancellation) == 0)
        {
            _ = await connection.RunAsync($"CREATE SCHEMA \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", [], cancellation);
        }

        // Tables are made where the search path leads; it must lead to the schema that was looked at.
        if (await connection.NumberAsync("SELECT (current_schema() = $1)::int", [schema], cancellation) != 1)
        {
            throw new StoreException("STORE_CONNECTION_TEXT", $"连接参数 Search Path 的第一项“{schema}”不能用作模式名，请写一个普通名称，如 hefei,public。");
        }

        const string Tables = "SELECT count(*) FROM pg_tables WHERE schemaname = $1 AND tablename";
        if (await connection.NumberAsync($"{Tables} = 'huodi_migration'", [schema], cancellation) > 0)
        {
            return await connection.NumberAsync("SELECT max(version) FROM huodi_migration", [], cancellation);
        }

        return await connection.NumberAsync($"{Tables} != 'spatial_ref_sys'", [schema], cancellation) == 0
            ? 0
            : throw new StoreException(
                "STORE_FOREIGN", $"数据库 {errors.Server} 的模式 {schema} 中已有其他程序的表，没有改动它。请在连接参数 Search Path 中换一个模式。");
    }
}
