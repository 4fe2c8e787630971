using System.CommandLine;
using Huodi.App.Cases;
using Huodi.App.Letters;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies.Ledger;

namespace Huodi.Cli.Cases;

/// <summary><c>huodi case show</c>: the steps done and what is next.</summary>
internal static class ShowCaseCommand
{
    public static Command Create(CliHost host)
    {
        var number = new Argument<string>("案件编号");
        var asOf = CliOptions.AsOf("--as-of", "截至哪一日；默认今天");
        var known = LedgerOptions.KnownAsOf();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("show", "一个案件：已办的步骤，下一步由谁办、最迟哪一日、怎样算出、要什么材料、发什么文书") { number, asOf, known, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var (day, moment) = (parse.GetValue(asOf) ?? host.Today, LedgerOptions.Moment(parse.GetValue(known)));
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            if (await new KeepCases(library, ledger, land.Ledger, host.Today).FindAsync(parse.GetValue(number)!, day, moment, cancellation) is not { } found)
                throw new CliException("CASE_UNKNOWN", $"截至 {day:yyyy-MM-dd} 没有案件“{parse.GetValue(number)}”。", "用 huodi case list 查看。");
            CaseText.Write(host.Out, found.File, new ReadNextStep(library, ledger).Of(found.File, found.Entries, day, moment), Notices(found.Entries, ledger, moment));
            return 0;
        });
        return command;
    }

    /// <summary>Letters about the land that rest on something that was put right since.</summary>
    private static IReadOnlyList<string> Notices(IReadOnlyList<LedgerEntry> entries, LoadedLedger ledger, DateTimeOffset? known) =>
    [
        .. KeepLetters.Among(entries).Where(l => !l.IsWithdrawn && (known is null || l.Entry.Recorded <= known)).SelectMany(l => LetterChanges.Of(l, ledger.Kinds, entries, known)),
    ];
}
