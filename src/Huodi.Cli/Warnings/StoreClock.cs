using Huodi.App.Stores;

namespace Huodi.Cli.Warnings;

/// <summary>
/// Which day it is for warnings: a server's clock says so to all who watch it, and a machine whose own clock is wrong cannot give the
/// warnings of another day. Beside a file there is only the machine's.
/// </summary>
internal static class StoreClock
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    /// <summary>Day and time of day in China.</summary>
    public static async Task<DateTime> NowAsync(CliHost host, ILandStore store, CancellationToken cancellation) =>
        CliHost.InChina(await store.ClockAsync(cancellation) ?? host.Time.GetUtcNow());

    /// <summary>Refuses a machine whose clock is not the server's: in the cluster it would take running workers for dead ones.</summary>
    /// <exception cref="CliException">CLOCK_APART.</exception>
    public static async Task RequireAsync(CliHost host, ILandStore store, CancellationToken cancellation)
    {
        if (await store.ClockAsync(cancellation) is not { } server) return;
        var mine = host.Time.GetUtcNow();
        if ((mine - server).Duration() <= Most) return;
        throw new CliException(
            "CLOCK_APART",
            $"本机时钟（北京时间 {CliHost.InChina(mine):yyyy-MM-dd HH:mm:ss}）与数据库服务器的（{CliHost.InChina(server):yyyy-MM-dd HH:mm:ss}）相差超过一分钟，不能在这里定时发预警。",
            "先校时（chrony 或者 ntpd），再启动。");
    }
}
