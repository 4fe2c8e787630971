using Huodi.Cli.Land;

namespace Huodi.Cli.Stores;

/// <summary>Checks a store that was just written.</summary>
internal static class StoreVerifying
{
    /// <exception cref="CliException">STORE_CHECK: it is not sound.</exception>
    public static async Task RunAsync(CliHost host, string store, CancellationToken cancellation)
    {
        await using var land = await StoreOpener.OpenExistingAsync(store, host.Time, cancellation);
        var wrong = await new Steps(host.Error, host.Time).RunAsync("检查", () => land.CheckAsync(cancellation));
        if (wrong.Count > 0) throw new CliException("STORE_CHECK", $"检查出 {wrong.Count} 个问题：{string.Join("；", wrong)}。", "不要使用这个库；请检查来源（huodi store check）后重试。");
        host.Out.WriteLine("✓ 检查通过。");
    }
}
