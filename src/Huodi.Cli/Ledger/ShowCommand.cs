using System.CommandLine;
using Huodi.App.Ledger.Readings;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger show</c>: the entries about a subject, what was superseded with the reason.</summary>
internal static class ShowCommand
{
    public static Command Create(CliHost host)
    {
        var subject = LedgerOptions.Subject();
        var known = LedgerOptions.KnownAsOf();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("show", "一个对象的全部登记，被更正的也列出") { subject, known, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (_, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var moment = LedgerOptions.Moment(parse.GetValue(known));
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var all = new List<LedgerEntry>();
            await foreach (var entry in land.Ledger.OfSubjectAsync(LedgerOptions.Read(parse.GetValue(subject)!), cancellation))
            {
                if (moment is null || entry.Recorded <= moment) all.Add(entry);
            }

            if (all.Count == 0)
            {
                host.Out.WriteLine("台账里没有这个对象的登记。");
                return 0;
            }

            var held = EffectiveEntries.Of(all, moment).Select(e => e.Number).ToHashSet();
            foreach (var entry in all.OrderBy(e => e.Happened).ThenBy(e => e.Number))
            {
                var name = entry.Kind == EffectiveEntries.Withdrawal ? "撤回" : ledger.Kinds.Find(entry.Kind)?.Name ?? entry.Kind;
                var mark = entry.Kind == EffectiveEntries.Withdrawal ? "" : held.Contains(entry.Number) ? "" : "　【已被更正或者撤回】";
                host.Out.WriteLine($"{entry.Happened:yyyy-MM-dd}　第 {entry.Number} 条　{name}{mark}");
                host.Out.WriteLine($"  {entry.Draft.Payload.Text}");
                host.Out.WriteLine($"  依据：{entry.Draft.Document.Name}{(entry.Draft.Document.Hash is { } hash ? $"（sha256:{hash[..16]}…）" : "")}　登记：{entry.Draft.By}　{LedgerDates.Local(entry.Recorded)}");
                if (entry.Draft.Supersedes is { } old) host.Out.WriteLine($"  {(entry.Kind == EffectiveEntries.Withdrawal ? "撤回" : "更正")}第 {old.Number} 条：{old.Reason}");
            }

            return 0;
        });
        return command;
    }
}
