using Huodi.App.Stores;
using Huodi.Store.GeoPackage;
using Huodi.Store.Postgres;

namespace Huodi.Cli.Land;

/// <summary>Opens the store that <c>--store</c> names: a PostgreSQL connection string, else a GeoPackage file.</summary>
internal static class StoreOpener
{
    public static async Task<ILandStore> OpenAsync(string store, TimeProvider time, CancellationToken cancellation) => IsPostgres(store)
        ? await PostgresStore.OpenAsync(store, time, cancellation)
        : await GeoPackageStore.OpenAsync(store, time, cancellation);

    /// <summary>Opens a store that must exist already.</summary>
    /// <exception cref="CliException">STORE_MISSING.</exception>
    public static Task<ILandStore> OpenExistingAsync(string store, TimeProvider time, CancellationToken cancellation) =>
        Exists(store)
            ? OpenAsync(store, time, cancellation)
            : throw new CliException("STORE_MISSING", $"地库 {store} 不存在。", "先用 huodi import 或 ./start 建立，或用 --store 指明。");

    /// <summary>Whether there is a store to open; a server is asked when it is opened.</summary>
    public static bool Exists(string store) => IsPostgres(store) || File.Exists(store);

    /// <summary>The folder what belongs to the store is kept in: the file's, or the current one for a server.</summary>
    public static string FolderOf(string store) => IsPostgres(store) ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(store)) ?? "";

    /// <summary>Whether the text names a server.</summary>
    public static bool IsPostgres(string store) =>
        store.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) || store.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
