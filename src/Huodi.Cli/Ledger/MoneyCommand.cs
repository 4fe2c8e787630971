using System.CommandLine;
using Huodi.App.Ledger.Money;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger money</c>: every account of one subject, interval by interval, and that they add up; <c>--assume</c> asks what if.</summary>
internal static class MoneyCommand
{
    public static Command Create(CliHost host)
    {
        var subject = LedgerOptions.Subject();
        var asOf = CliOptions.AsOf("--as-of", "截至哪一日；默认今天");
        var known = LedgerOptions.KnownAsOf();
        var assume = AssumeOption.Create();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("money", "价款、违约金、闲置费、保证金、补缴各账，逐段列明，收支相等") { subject, asOf, known, assume, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var day = parse.GetValue(asOf) ?? host.Today;
            var moment = LedgerOptions.Moment(parse.GetValue(known));
            var one = LedgerOptions.Read(parse.GetValue(subject)!);
            var assumed = AssumeOption.Read(parse.GetValue(assume) ?? [], one, ledger, library);
            var recorded = new List<LedgerEntry>();
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            await foreach (var entry in land.Ledger.OfSubjectAsync(one, cancellation)) recorded.Add(entry);
            if (AssumeOption.Add(recorded, assumed, moment) is not { Count: > 0 } entries) throw new CliException("LEDGER_EMPTY", "台账里没有这个对象的登记。", "用 huodi ledger add 或 import 登记。");
            host.Out.WriteLine($"截至 {day:yyyy-MM-dd}{(assumed.Count > 0 ? "　【假设，没有登记】" : "")}");
            MoneyText.Write(host.Out, new ReckonMoney(library, ledger).Of(entries, day), day);
            return 0;
        });
        return command;
    }
}
