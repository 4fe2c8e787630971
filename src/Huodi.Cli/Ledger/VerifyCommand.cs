using System.CommandLine;
using System.Globalization;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger verify</c>: reads the whole chain; the exit code is 1 when anything is wrong.</summary>
internal static class VerifyCommand
{
    private const int MostShown = 20;

    public static Command Create(CliHost host)
    {
        var anchor = new Option<string?>("--anchor") { Description = "以前抄存的锚点 条数:散列值；证明它之前的登记没有改动" };
        var store = CliOptions.Store();
        var command = new Command("verify", "核验台账：逐条验算散列链和账尾") { anchor, store };
        command.SetAction(async (parse, cancellation) =>
        {
            var earlier = Anchor(parse.GetValue(anchor));
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var found = await new Steps(host.Error, host.Time).RunAsync("核验", () => land.Ledger.VerifyAsync(earlier, cancellation));
            foreach (var problem in found.Problems.Take(MostShown)) host.Error.WriteLine($"错误 {problem.Code}：{problem.Message}");
            if (found.Problems.Count > MostShown) host.Error.WriteLine($"……共 {found.Problems.Count} 处。");
            foreach (var left in found.Unchecked) host.Error.WriteLine($"注意：{left}");
            if (found.Problems.Count > 0) return 1;
            host.Out.WriteLine($"核验 {found.Checked} 条，没有改动{(found.Unchecked.Count > 0 ? "；索引没有核验" : "")}。");
            host.Out.WriteLine($"锚点 {found.Head}　（请抄存在本系统之外，下次用 --anchor 核对）");
            return 0;
        });
        return command;
    }

    private static LedgerHead? Anchor(string? text)
    {
        if (text is null) return null;
        var parts = text.Split(':');
        return parts is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            ? new(entries, hash.ToLowerInvariant(), DateTimeOffset.UnixEpoch)
            : throw new CliException("LEDGER_ANCHOR_TEXT", $"锚点“{text}”写法不对。", "照抄 huodi ledger verify 打印的 条数:散列值。");
    }
}
