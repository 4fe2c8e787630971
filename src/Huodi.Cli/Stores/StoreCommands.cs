using System.CommandLine;
using Huodi.Cli.Land;

namespace Huodi.Cli.Stores;

/// <summary><c>huodi store migrate|copy|check|backup|restore</c></summary>
internal static class StoreCommands
{
    public static Command Create(CliHost host) => new("store", "维护地库：升级结构、复制、检查、备份、恢复")
    {
        Migrate(host),
        Copy(host),
        Check(host),
        Backup(host),
        Restore(host),
    };

    private static Command Migrate(CliHost host)
    {
        var store = Argument("库", "地库文件，或 PostgreSQL 连接串");
        var backup = new Option<string?>("--backup") { Description = "备份到哪个文件；默认在当前目录，名称带时间" };
        var command = new Command("migrate", "把库的结构升级到本程序的版本，先备份") { store, backup };
        command.SetAction(async (parse, cancellation) =>
        {
            await new StoreMigration(host).RunAsync(parse.GetValue(store)!, parse.GetValue(backup), cancellation);
            return 0;
        });
        return command;
    }

    private static Command Copy(CliHost host)
    {
        var (from, to) = (Argument("从", "要复制的库"), Argument("到", "新库：不存在的文件，或空的模式"));
        var command = new Command("copy", "把一个库全部复制到另一个新库，两种库之间也可以") { from, to };
        command.SetAction(async (parse, cancellation) =>
        {
            await new StoreCopying(host).RunAsync(parse.GetValue(from)!, parse.GetValue(to)!, cancellation);
            return 0;
        });
        return command;
    }

    private static Command Check(CliHost host)
    {
        var store = Argument("库", "地库文件，或 PostgreSQL 连接串");
        var command = new Command("check", "检查库：结构、引用、空间索引、图形、事实、各批次的数目") { store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var wrong = await new Steps(host.Error, host.Time).RunAsync("检查", () => land.CheckAsync(cancellation));
            foreach (var line in wrong) host.Out.WriteLine($"✗ {line}");
            host.Out.WriteLine(wrong.Count == 0 ? "✓ 库完好。" : $"共 {wrong.Count} 个问题。");
            return wrong.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command Backup(CliHost host)
    {
        var (store, to) = (Argument("库", "地库文件，或 PostgreSQL 连接串"), Argument("备份", "备份文件（.gpkg），不能已存在"));
        var command = new Command("backup", "备份到一个 GeoPackage 文件，期间照常读写；写完即检查") { store, to };
        command.SetAction(async (parse, cancellation) =>
        {
            await new StoreBackup(host).RunAsync(parse.GetValue(store)!, parse.GetValue(to)!, cancellation);
            return 0;
        });
        return command;
    }

    private static Command Restore(CliHost host)
    {
        var (backup, store) = (Argument("备份", "备份文件（.gpkg）"), Argument("库", "恢复到哪里：文件，或 PostgreSQL 连接串"));
        var force = new Option<bool>("--force") { Description = "库已存在时替换它；原库先另存" };
        var command = new Command("restore", "从备份恢复；先检查备份，恢复后再检查") { backup, store, force };
        command.SetAction(async (parse, cancellation) =>
        {
            await new StoreRestore(host).RunAsync(parse.GetValue(backup)!, parse.GetValue(store)!, parse.GetValue(force), cancellation);
            return 0;
        });
        return command;
    }

    private static Argument<string> Argument(string name, string description) => new(name) { Description = description };
}
