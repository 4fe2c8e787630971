using System.CommandLine;
using Huodi.App.Ledger.Readings;
using Huodi.Cli.Policies;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary>Options and readings that the ledger's commands share.</summary>
internal static class LedgerOptions
{
    public static Option<string> By() => new("--by") { Description = "登记人", Required = true };

    public static Argument<string> Subject() => new("对象") { Description = "parcel:宗地编号、grant:电子监管号 或 project:项目编号" };

    public static Option<string?> KnownAsOf() => new("--known-as-of")
    {
        Description = "只看到这一刻为止已登记的：日期（含当日，北京时间）或 2026-03-03T08:00:00Z",
    };

    /// <summary>The policies and the declarations of the ledger, both without errors.</summary>
    /// <exception cref="CliException">POLICIES_BROKEN, LEDGER_DECLARATIONS.</exception>
    public static (PolicyLibrary Library, LoadedLedger Ledger) Load(string folder)
    {
        var library = PolicyCommands.Load(folder);
        var loaded = LedgerFolder.Load(folder, library);
        return loaded.HasErrors
            ? throw new CliException("LEDGER_DECLARATIONS", $"台账声明有误：\n{string.Join('\n', loaded.Diagnostics.Where(d => d.IsError))}", "改正 policies/ledger/ 下的文件。")
            : (library, loaded);
    }

    public static LedgerSubject Read(string subject)
    {
        try
        {
            return LedgerSubject.Parse(subject);
        }
        catch (DomainException wrong)
        {
            throw new CliException(wrong.Code, wrong.Message, "");
        }
    }

    /// <summary>The last moment that counts; null for everything.</summary>
    /// <exception cref="CliException">LEDGER_KNOWN_AS_OF.</exception>
    public static DateTimeOffset? Moment(string? text)
    {
        return LedgerDates.TryReadMoment(text, out var moment)
            ? moment
            : throw new CliException("LEDGER_KNOWN_AS_OF", $"--known-as-of 应为日期或时刻，实为“{text}”。", "写成 2026-03-03 或 2026-03-03T08:00:00Z。");
    }
}
