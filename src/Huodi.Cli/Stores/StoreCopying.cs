using Huodi.App.Stores.Copies;
using Huodi.Cli.Land;
using Huodi.Store.GeoPackage.Copies;
using Huodi.Store.Postgres.Copies;

namespace Huodi.Cli.Stores;

/// <summary>Copies a store into a new one, and checks what came of it.</summary>
internal sealed class StoreCopying(CliHost host)
{
    public async Task RunAsync(string from, string to, CancellationToken cancellation)
    {
        if (!StoreOpener.Exists(from)) throw new CliException("STORE_MISSING", $"地库 {from} 不存在。", "检查路径。");
        var table = "";
        var counts = await new Steps(host.Error, host.Time).RunAsync("复制", () => CopyAsync(from, to, t => table = t, cancellation), () => table);
        host.Out.WriteLine($"已复制 {counts.Count} 张表、{counts.Sum(c => c.Value)} 行：{string.Join("，", counts.Where(c => c.Value > 0).Select(c => $"{c.Key} {c.Value}"))}。");
        await StoreVerifying.RunAsync(host, to, cancellation);
    }

    /// <summary>Copies everything; the target is there only when it is whole.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, long>>> CopyAsync(
        string from, string to, Action<string> progress, CancellationToken cancellation)
    {
        await using IStoreSource source = StoreOpener.IsPostgres(from)
            ? await PostgresSource.OpenAsync(from, cancellation)
            : GeoPackageSource.Open(from);
        await using IStoreTarget target = StoreOpener.IsPostgres(to)
            ? await PostgresTarget.CreateAsync(to, host.Time, cancellation)
            : GeoPackageTarget.Create(to, host.Time);
        return await StoreCopy.RunAsync(source, target, progress, cancellation);
    }
}
