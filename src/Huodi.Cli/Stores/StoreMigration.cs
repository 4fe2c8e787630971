using System.Globalization;
using Huodi.Cli.Land;
using Huodi.Store.GeoPackage;
using Huodi.Store.Postgres.Server;

namespace Huodi.Cli.Stores;

/// <summary>Brings a store up to date, with a backup first.</summary>
internal sealed class StoreMigration(CliHost host)
{
    public async Task RunAsync(string store, string? backup, CancellationToken cancellation)
    {
        var (version, newest, pending) = await VersionAsync(store, cancellation);
        if (version == 0) throw new CliException("STORE_MISSING", "这里还没有库。", "用 huodi import 或 ./start 建立，或检查连接串的 Search Path。");
        if (pending == 0)
        {
            host.Out.WriteLine($"结构已是最新（{version}），没有改动。");
            return;
        }

        host.Out.WriteLine($"结构 {version} → {newest}，要执行 {pending} 个脚本。");
        await BackupAsync(store, backup, cancellation);
        await using (await new Steps(host.Error, host.Time).RunAsync("升级", () => StoreOpener.OpenAsync(store, host.Time, cancellation)))
        {
        }

        await StoreVerifying.RunAsync(host, store, cancellation);
    }

    private static async Task<(long Version, int Newest, int Pending)> VersionAsync(string store, CancellationToken cancellation)
    {
        if (StoreOpener.IsPostgres(store))
        {
            var found = await StoreVersion.ReadAsync(store, cancellation);
            return (found.Version, found.Newest, found.Pending);
        }

        var (version, pending) = GeoPackageFiles.Version(store);
        return (version, GeoPackageFiles.NewestVersion, pending);
    }

    private async Task BackupAsync(string store, string? backup, CancellationToken cancellation)
    {
        if (StoreOpener.IsPostgres(store))
        {
            // A copy needs both stores of one structure; the server's own dump does not, and an old structure is what must be kept.
            if (backup is null) throw new CliException("STORE_BACKUP_FIRST", "服务器上的旧结构库由 pg_dump 备份。", "先执行 pg_dump -n 模式名 -Fc，再带 --backup 备份文件 执行本命令，程序会核对该文件。");
            if (!await IsDumpAsync(backup, cancellation)) throw new CliException("STORE_BACKUP_FIRST", $"{backup} 不是 pg_dump -Fc 的备份文件。", "先执行 pg_dump -n 模式名 -Fc -f 文件。");
            host.Out.WriteLine($"备份：{backup}");
            return;
        }

        var file = backup ?? Path.ChangeExtension(store, null) + host.Time.GetUtcNow().ToString("'.before-'yyyyMMddHHmmss'.gpkg'", CultureInfo.InvariantCulture);
        GeoPackageFiles.Backup(store, file);
        host.Out.WriteLine($"备份：{file}");
    }

    private static async Task<bool> IsDumpAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file)) return false;
        await using var content = File.OpenRead(file);
        var head = new byte[5];
        return await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation) == head.Length && head.AsSpan().SequenceEqual("PGDMP"u8);
    }
}
