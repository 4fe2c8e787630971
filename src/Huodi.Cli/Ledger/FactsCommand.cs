using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger facts</c>: what the ledger knows about a subject on a day, as known at a moment; with <c>--json</c> a facts file.</summary>
internal static class FactsCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CliHost host)
    {
        var subject = LedgerOptions.Subject();
        var asOf = CliOptions.AsOf("--as-of", "事实截至哪一日；默认今天");
        var known = LedgerOptions.KnownAsOf();
        var json = new Option<bool>("--json") { Description = "输出事实文件，可交给 huodi policy evaluate --facts" };
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("facts", "由台账得出的事实，各写明出自哪一条登记") { subject, asOf, known, json, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (_, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var all = new List<LedgerEntry>();
            await foreach (var entry in land.Ledger.OfSubjectAsync(LedgerOptions.Read(parse.GetValue(subject)!), cancellation)) all.Add(entry);
            var projected = FactProjection.Run(ledger.Kinds, all, parse.GetValue(asOf) ?? host.Today, LedgerOptions.Moment(parse.GetValue(known)));
            if (parse.GetValue(json))
            {
                host.Out.WriteLine(projected.ToSheet().ToJson().ToJsonString(Readable));
            }
            else
            {
                foreach (var fact in projected.Facts.Values)
                    host.Out.WriteLine($"{fact.Name}　{fact.Value.ToJsonString(OneLine)}　（第 {string.Join("、", fact.Entries.Select(e => e.Number).Distinct())} 条）");
            }

            foreach (var problem in projected.Problems) host.Error.WriteLine($"{problem.Code}：{problem.Message}");
            return 0;
        });
        return command;
    }
}
