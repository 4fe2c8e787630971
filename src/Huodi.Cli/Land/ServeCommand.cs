using System.CommandLine;
using System.Net.Sockets;
using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Cli.Documents;
using Huodi.Cli.Ledger;
using Huodi.Cli.Warnings;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace Huodi.Cli.Land;

/// <summary><c>huodi serve</c>: the map and the pages, until Ctrl-C.</summary>
internal static class ServeCommand
{
    public const int UsualPort = 5080;

    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var port = Port();
        var policies = CliOptions.Policies();
        var daily = WatchCommand.Daily();
        var most = EvidenceOptions.Megabytes();
        var command = new Command("serve", "打开网页，直到按 Ctrl-C；加 --daily 06:00 每天自动发预警") { store, port, policies, daily, most };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var path = parse.GetValue(store)!;
            await using var land = await StoreOpener.OpenExistingAsync(path, host.Time, cancellation);
            await using var watch = parse.GetValue(daily) is { } time
                ? await DailyWatch.StartAsync(path, new(host, land, library, ledger, time), DailyWatch.UsualCheckIn, host.Error, cancellation)
                : null;
            await RunAsync(host, land, library, ledger, new(parse.GetValue(most)), parse.GetValue(port), cancellation);
            return 0;
        });
        return command;
    }

    public static Option<int> Port()
    {
        var port = new Option<int>("--port") { Description = "网页端口；0 表示任取一个空闲的", DefaultValueFactory = _ => UsualPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue) result.AddError($"--port 应在 0 到 {ushort.MaxValue} 之间。");
        });
        return port;
    }

    public static async Task RunAsync(CliHost host, ILandStore store, PolicyLibrary library, LoadedLedger ledger, DocumentLimit limit, int port, CancellationToken cancellation)
    {
        await using var web = HuodiWeb.Build(new(store, library, ledger) { Port = port, Time = host.Time, DocumentLimit = limit });
        try
        {
            await web.StartAsync(cancellation);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException || problem is { InnerException.InnerException: SocketException })
        {
            throw new CliException("PORT_TAKEN", $"端口 {port} 已被占用。", "用 --port 另选一个，例如 --port 5081；或先停掉占用它的程序。");
        }

        host.Out.WriteLine($"网页：{web.Urls.First()}　按 Ctrl-C 停止");
        await web.WaitForShutdownAsync(cancellation);
    }
}
