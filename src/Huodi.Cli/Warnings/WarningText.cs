using Huodi.App.Ledger.Readings;
using Huodi.App.Warnings;
using Huodi.Domain.Warnings;

namespace Huodi.Cli.Warnings;

/// <summary>Warnings in words.</summary>
internal static class WarningText
{
    public static string Of(WarningRun run) => $"第 {run.Number} 次每日预警，为 {run.Day:yyyy-MM-dd}：新发 {run.Given} 项，变动 {run.Changed} 项（已办、失效、接替、升级、恢复）。";

    public static string Line(Warning warning)
    {
        var notice = warning.Notice;
        var who = warning.Person.Length > 0 ? $"{warning.Office} {warning.Person}" : warning.Office;
        return $"{warning.Number}　{notice.Identity.Level}　{WarningLife.Chinese(warning.Status)}　{notice.Identity.Subject}　{notice.Text}　办理：{who}　{string.Join('、', notice.Articles)}";
    }

    public static void Write(TextWriter to, WarningEvent happened)
    {
        var act = happened.Act;
        var parts = new[]
        {
            act.Office.Length > 0 ? $"交 {act.Office}{(act.Person.Length > 0 ? $" {act.Person}" : "")}" : "",
            act.Reason,
            act.Document is { } document ? $"依据 {document.Name}{(document.Hash is { } hash ? $"（SHA-256 {hash}）" : "")}" : "",
            act.Entry is { } entry ? $"台账第 {entry} 条" : "",
        };
        to.WriteLine($"  {happened.Version}. {LedgerDates.Local(happened.Moment)}　{WarningLife.Chinese(act.Action)}　{act.By}　{string.Join('　', parts.Where(p => p.Length > 0))}");
    }
}
