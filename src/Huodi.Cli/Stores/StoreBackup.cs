using Huodi.Cli.Land;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Stores;

/// <summary>Writes a backup, always a GeoPackage file, and checks it.</summary>
internal sealed class StoreBackup(CliHost host)
{
    public async Task RunAsync(string store, string to, CancellationToken cancellation)
    {
        if (StoreOpener.IsPostgres(to)) throw new CliException("STORE_BACKUP_FILE", "备份是一个文件。", "给出 .gpkg 文件的路径；要复制到服务器，用 huodi store copy。");
        if (!StoreOpener.Exists(store)) throw new CliException("STORE_MISSING", $"地库 {store} 不存在。", "检查路径。");
        var steps = new Steps(host.Error, host.Time);
        _ = await steps.RunAsync("备份", async () =>
        {
            if (StoreOpener.IsPostgres(store)) _ = await new StoreCopying(host).CopyAsync(store, to, _ => { }, cancellation);
            else await Task.Run(() => GeoPackageFiles.Backup(store, to), cancellation);
            return true;
        });
        await StoreVerifying.RunAsync(host, to, cancellation);
        host.Out.WriteLine($"已备份到 {to}（{new FileInfo(to).Length / 1024} KiB）。");
    }
}
