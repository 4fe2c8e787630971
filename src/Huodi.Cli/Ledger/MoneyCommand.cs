using System.CommandLine;
using Huodi.App.Ledger.Damages;
using Huodi.Cli.Land;
using Huodi.Domain.Clocks;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Payments;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies.Answers;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger money</c>: the price account and the damages of one subject, interval by interval; <c>--assume</c> asks what if.</summary>
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
        var command = new Command("money", "价款账和违约金，逐段列明") { subject, asOf, known, assume, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var day = parse.GetValue(asOf) ?? host.Today;
            var moment = LedgerOptions.Moment(parse.GetValue(known));
            var assumed = AssumeOption.Read(parse.GetValue(assume) ?? [], ledger.Kinds);
            var recorded = new List<LedgerEntry>();
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            await foreach (var entry in land.Ledger.OfSubjectAsync(LedgerOptions.Read(parse.GetValue(subject)!), cancellation))
            {
                if (moment is null || entry.Recorded <= moment) recorded.Add(entry);
            }

            if (recorded.Count == 0) throw new CliException("LEDGER_EMPTY", "台账里没有这个对象的登记。", "用 huodi ledger add 或 import 登记。");
            var entries = AssumeOption.Add(recorded, assumed);
            host.Out.WriteLine($"截至 {day:yyyy-MM-dd}{(assumed.Count > 0 ? "　【假设，没有登记】" : "")}");
            WriteAccount(host.Out, PaymentAccount.Of(FactProjection.Run(ledger.Kinds, entries, day)), day);
            foreach (var damages in new ReckonDamages(library, ledger).Of(entries, day)) WriteDamages(host.Out, damages);
            return 0;
        });
        return command;
    }

    private static void WriteAccount(TextWriter to, PaymentAccount? account, DateOnly asOf)
    {
        if (account is null)
        {
            to.WriteLine("价款账：没有付款计划的登记，或者付款登记有矛盾，不能列账。");
            return;
        }

        to.WriteLine($"价款账：已缴（扣除退款）{account.Paid:0.00} 元");
        foreach (var one in account.Instalments)
        {
            to.WriteLine($"  {one.Name}　{one.Due:yyyy-MM-dd} 前应缴 {one.Amount:0.00} 元，尚欠 {one.Outstanding:0.00} 元");
            foreach (var (day, amount) in one.Paid) to.WriteLine($"    {day:yyyy-MM-dd} 缴 {amount:0.00} 元");
            foreach (var late in one.Late(asOf)) to.WriteLine($"    {late.From:yyyy-MM-dd} 至 {late.To:yyyy-MM-dd} 欠 {late.Owed:0.00} 元 × {late.Days} 天 = {late.Base:0.00} 元·日（乘以合同约定的日利率即利息）");
        }

        if (account.Surplus > 0) to.WriteLine($"  多缴 {account.Surplus:0.00} 元");
    }

    private static void WriteDamages(TextWriter to, DamageAccount damages)
    {
        var answer = damages.Answer;
        var missing = answer.Missing.Count > 0 ? $"，缺 {string.Join("、", answer.Missing.Select(m => m.Name))}" : "";
        to.WriteLine(answer.Outcome == Outcome.Value
            ? $"{damages.Name}：{answer.Value} 元（{answer.Article}）"
            : $"{damages.Name}：{answer.Outcome.Chinese()}{missing}");
        if (damages.Reckoning is not { } reckoning) return;
        to.WriteLine($"  约定 {damages.Agreed:yyyy-MM-dd}，净 {reckoning.Days} 天：");
        foreach (var part in reckoning.Segments)
        {
            var words = part.Kind switch
            {
                SegmentKind.Counted => "计入",
                SegmentKind.Excluded => $"不计入（{string.Join("、", part.Causes)}）",
                _ => $"不计入（{part.Causes[0]}变更权利人以前）",
            };
            to.WriteLine($"    {part.From:yyyy-MM-dd} 至 {part.To:yyyy-MM-dd}　{part.Days} 天　{words}");
        }
    }
}
