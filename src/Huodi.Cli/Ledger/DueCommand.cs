using System.CommandLine;
using Huodi.App.Ledger.Clocks;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger due</c>: what is due, warned of, overdue or not known on a day.</summary>
internal static class DueCommand
{
    private static readonly string[] Quiet = ["已办", "逾期已办", "未到期", ClockFace.NotInForce];

    public static Command Create(CliHost host)
    {
        var subject = new Argument<string?>("对象") { Description = "只看一个对象；默认全部", Arity = ArgumentArity.ZeroOrOne };
        var asOf = CliOptions.AsOf("--as-of", "截至哪一日；默认今天");
        var knownAsOf = LedgerOptions.KnownAsOf();
        var all = new Option<bool>("--all") { Description = "未到期的、已办的和不在施行期的也列出" };
        var assume = AssumeOption.Create();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("due", "到期、预警、逾期的时限") { subject, asOf, knownAsOf, all, assume, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var read = new ReadClocks(library, ledger);
            var day = parse.GetValue(asOf) ?? host.Today;
            var moment = LedgerOptions.Moment(parse.GetValue(knownAsOf));
            var (only, what) = (parse.GetValue(subject), parse.GetValue(assume) ?? []);
            if (what.Length > 0 && only is null) throw new CliException("LEDGER_ASSUME", "假设要写明对谁。", "在 --assume 前写明对象。");
            var assumed = only is null ? [] : AssumeOption.Read(what, LedgerOptions.Read(only), ledger, library);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            host.Out.WriteLine($"截至 {day:yyyy-MM-dd}{(assumed.Count > 0 ? "　【假设，没有登记】" : "")}");
            var groups = only is { } one
                ? One(land.Ledger, LedgerOptions.Read(one), entries => AssumeOption.Add(entries, assumed, moment) is { Count: > 0 } known ? read.Of(known, day) : [], cancellation)
                : new DailyReadings(library, ledger).OfAsync(land.Ledger, day, moment, cancellation).Select(c => (c.Subject, c.Readings));
            await foreach (var (of, readings) in groups)
            {
                foreach (var reading in readings.Where(r => parse.GetValue(all) || !Quiet.Contains(r.Status))) Write(host.Out, of, reading);
            }

            return 0;
        });
        return command;
    }

    private static void Write(TextWriter to, LedgerSubject subject, ClockReading reading)
    {
        var due = reading.Due is { } day ? $"{day:yyyy-MM-dd}" : "日期不明";
        var left = reading.DaysLeft switch
        {
            < 0 => $"，已过 {-reading.DaysLeft} 天",
            > 0 => $"，还有 {reading.DaysLeft} 天",
            _ => "",
        };
        var missing = reading.Missing.Count > 0 ? $"　缺 {string.Join("、", reading.Missing)}" : "";
        to.WriteLine($"{subject.Id}　{reading.Name}　{due}　{reading.Status}{(reading.Warning.Length > 0 ? $"（{reading.Warning}）" : "")}{left}{missing}　责任：{reading.Office}　{string.Join("、", reading.Articles)}{(reading.Note.Length > 0 ? $"　{reading.Note}" : "")}");
    }

    private static async IAsyncEnumerable<(LedgerSubject Subject, IReadOnlyList<ClockReading> Readings)> One(
        Huodi.App.Ledger.ILedgerStore ledger,
        LedgerSubject subject,
        Func<IReadOnlyList<LedgerEntry>, IReadOnlyList<ClockReading>> read,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in ledger.OfSubjectAsync(subject, cancellation)) entries.Add(entry);
        if (entries.Count > 0) yield return (subject, read(entries));
    }
}
