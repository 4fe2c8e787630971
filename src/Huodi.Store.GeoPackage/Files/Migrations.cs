using System.Globalization;
using System.Reflection;
using Huodi.App.Stores;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>The numbered SQL scripts that make and change a store, each applied once and in one transaction.</summary>
internal static class Migrations
{
    private const string Folder = "Migrations/";

    private static readonly List<(int Version, string Resource)> Scripts =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => (int.Parse(n.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), n))
            .OrderBy(s => s.Item1),
    ];

    /// <summary>The version that this program makes and reads.</summary>
    public static int Newest => Scripts[^1].Version;

    /// <summary>Applies the scripts that the store does not have yet, all of them or none.</summary>
    public static void Apply(SqliteConnection connection, TimeProvider clock)
    {
        // A store that is up to date is opened without waiting for whoever writes to it.
        if (Pending(connection, null).Count == 0) return;

        using var transaction = connection.BeginTransaction(deferred: false);
        var pending = Pending(connection, transaction);
        foreach (var script in pending) Run(connection, transaction, script.Resource);

        using var record = new Statement(connection, "INSERT INTO huodi_migration (version, name, applied_at) VALUES ($1, $2, $3)", transaction);
        var moment = Moments.Text(clock.GetUtcNow());
        foreach (var (number, resource) in pending) _ = record.Run(number, resource[Folder.Length..], moment);
        transaction.Commit();
    }

    /// <summary>The scripts that the store does not have yet, in order.</summary>
    public static IReadOnlyList<(int Version, string Resource)> Pending(SqliteConnection connection, SqliteTransaction? transaction)
    {
        if (Version(connection, transaction) == 0) return Scripts;
        using var recorded = new Statement(connection, "SELECT version FROM huodi_migration", transaction);
        using var reader = recorded.Query();
        var applied = new HashSet<int>();
        while (reader.Read()) _ = applied.Add(reader.GetInt32(0));
        return [.. Scripts.Where(s => !applied.Contains(s.Version))];
    }

    /// <summary>The version of the store; 0 for a file without anything.</summary>
    public static long Version(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var recorded = new Statement(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'huodi_migration'", transaction);
        if (recorded.Number() == 0) return 0;
        using var newest = new Statement(connection, "SELECT max(version) FROM huodi_migration", transaction);
        return newest.Number();
    }

    /// <summary>Runs one embedded script.</summary>
    public static void Run(SqliteConnection connection, SqliteTransaction transaction, string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new StoreException("STORE_FAILED", $"程序不完整：缺少结构脚本 {resource}，请重新安装。");
        using var text = new StreamReader(stream);
        using var script = new Statement(connection, text.ReadToEnd(), transaction);
        _ = script.Run();
    }
}
