using System.Globalization;
using Huodi.Cli.Land;
using Huodi.Store.GeoPackage;
using Huodi.Store.Postgres;

namespace Huodi.Cli.Stores;

/// <summary>Restores a backup; what it replaces is kept aside.</summary>
internal sealed class StoreRestore(CliHost host)
{
    private const string Beside = "_restoring";

    public async Task RunAsync(string backup, string store, bool force, CancellationToken cancellation)
    {
        // A damaged backup must not take the place of anything; an older one is brought up to date in a copy, never in itself.
        if (!File.Exists(backup)) throw new CliException("STORE_MISSING", $"备份 {backup} 不存在。", "检查路径。");
        using var copy = new TemporaryCopy(backup, StoreOpener.IsPostgres(store) ? Path.GetTempPath() : Path.GetDirectoryName(Path.GetFullPath(store))!);
        GeoPackageFiles.Backup(backup, copy.Path);
        await StoreVerifying.RunAsync(host, copy.Path, cancellation);

        if (StoreOpener.IsPostgres(store)) await ToServerAsync(copy.Path, store, force, cancellation);
        else ToFile(copy.Path, store, force);
        await StoreVerifying.RunAsync(host, store, cancellation);
        host.Out.WriteLine($"已从 {backup} 恢复。");
    }

    private void ToFile(string backup, string store, bool force)
    {
        if (!File.Exists(store))
        {
            GeoPackageFiles.Backup(backup, store);
            return;
        }

        Refuse(force, store);
        var aside = Path.ChangeExtension(store, null) + host.Time.GetUtcNow().ToString("'.before-'yyyyMMddHHmmss'.gpkg'", CultureInfo.InvariantCulture);
        GeoPackageFiles.Backup(store, aside);
        try
        {
            GeoPackageFiles.Replace(store, backup);
        }
        catch
        {
            File.Delete(aside); // Nothing was replaced.
            throw;
        }

        host.Out.WriteLine($"原库另存为 {aside}。");
    }

    private async Task ToServerAsync(string backup, string store, bool force, CancellationToken cancellation)
    {
        if (!await PostgresSchemas.ExistsAsync(store, cancellation))
        {
            _ = await new StoreCopying(host).CopyAsync(backup, store, _ => { }, cancellation);
            return;
        }

        Refuse(force, "服务器上的库");
        await PostgresSchemas.RemoveAsync(store, Beside, cancellation);
        _ = await new StoreCopying(host).CopyAsync(backup, PostgresSchemas.Beside(store, Beside), _ => { }, cancellation);
        var aside = await PostgresSchemas.SwapAsync(store, Beside, host.Time.GetUtcNow(), cancellation);
        host.Out.WriteLine($"原库另存为模式 {aside}。");
    }

    private static void Refuse(bool force, string store)
    {
        if (!force) throw new CliException("STORE_EXISTS", $"{store} 已存在，没有改动它。", "换一个位置；确要替换它，加 --force，原库会先另存。");
    }

    /// <summary>A file beside the target, removed in the end.</summary>
    private sealed class TemporaryCopy(string backup, string folder) : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(backup)}.{Environment.ProcessId}.restoring.gpkg");

        public void Dispose()
        {
            foreach (var end in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(Path + end);
        }
    }
}
