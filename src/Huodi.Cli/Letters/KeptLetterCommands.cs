using System.CommandLine;
using Huodi.App.Ledger.Readings;
using Huodi.App.Letters;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Formats.Letters;
using Huodi.Policies.Ledger;

namespace Huodi.Cli.Letters;

/// <summary><c>huodi letter kept|show|again</c>: the letters that the ledger keeps.</summary>
internal static class KeptLetterCommands
{
    public static Command Kept(CliHost host)
    {
        var (store, policies) = (CliOptions.Store(), CliOptions.Policies());
        var command = new Command("kept", "列出登记的文书；所依据的事实后来更正的，一并指出") { store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            foreach (var letter in await new KeepLetters(library, ledger, land.Ledger, host.Today).AllAsync(cancellation))
            {
                host.Out.WriteLine($"第 {letter.Entry.Number} 条　{letter.Letter.Number}　{letter.Letter.Title}　{letter.Letter.Date}　{letter.Subject}{(letter.Case.Length > 0 ? $"　案件 {letter.Case}" : "")}{(letter.IsWithdrawn ? "　【已撤回】" : "")}");
                foreach (var change in await ChangesAsync(land, ledger, letter, cancellation)) host.Out.WriteLine($"  注意：{change}");
            }

            return 0;
        });
        return command;
    }

    public static Command Show(CliHost host)
    {
        var (which, store, policies) = (Which(), CliOptions.Store(), CliOptions.Policies());
        var command = new Command("show", "一份登记的文书：全文、所用事实、散列") { which, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var letter = await FindAsync(new(library, ledger, land.Ledger, host.Today), parse.GetValue(which)!, cancellation);
            host.Out.Write(letter.Letter.Text);
            host.Out.WriteLine($"—— 第 {letter.Entry.Number} 条登记，{letter.Entry.Draft.By}，{LedgerDates.Local(letter.Entry.Recorded)}{(letter.IsWithdrawn ? "【已撤回】" : "")}");
            host.Out.WriteLine($"{letter.Letter.Hash}{(letter.IsWhole ? "" : "　文字与登记的散列不符，请运行 huodi ledger verify")}");
            host.Out.WriteLine($"模板 {letter.Letter.Template}（{letter.Letter.TemplateHash[..16]}…）；事实截至 {letter.AsOf:yyyy-MM-dd}：{string.Join("；", letter.Facts.Select(f => $"{f.Key}={f.Value}"))}");
            foreach (var change in await ChangesAsync(land, ledger, letter, cancellation)) host.Out.WriteLine($"注意：{change}");
            return 0;
        });
        return command;
    }

    public static Command Again(CliHost host)
    {
        var (which, store, policies) = (Which(), CliOptions.Store(), CliOptions.Policies());
        var output = new Option<FileInfo>("--out") { Description = "输出的 .docx 文件，不覆盖已有的文件", Required = true };
        var command = new Command("again", "由登记再输出一份文书，文字一字不差") { which, output, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var target = parse.GetValue(output)!;
            if (target.Exists) throw new CliException("LETTER_EXISTS", $"{target.Name} 已存在。", "换一个文件名：已生成的文书不覆盖。");
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var letter = await FindAsync(new(library, ledger, land.Ledger, host.Today), parse.GetValue(which)!, cancellation);
            if (!letter.IsWhole) throw new CliException("LETTER_BROKEN", $"第 {letter.Entry.Number} 条登记的文字与其散列不符。", "运行 huodi ledger verify，从备份恢复。");
            await LetterFile.WriteAsync(letter.Letter, target.FullName, cancellation);
            host.Out.WriteLine($"已输出 {target.Name}：{letter.Letter.Title}（{letter.Letter.Number}）");
            host.Out.WriteLine($"文字凭据：{letter.Letter.Hash}");
            return 0;
        });
        return command;
    }

    /// <summary>The letter that somebody names.</summary>
    /// <exception cref="CliException">LETTER_UNKNOWN.</exception>
    public static async Task<KeptLetter> FindAsync(KeepLetters keep, string which, CancellationToken cancellation) =>
        await keep.FindAsync(which, cancellation) ?? throw new CliException("LETTER_UNKNOWN", $"没有登记文书“{which}”。", "写登记号或者文号，用 huodi letter kept 查看。");

    private static Argument<string> Which() => new("文书") { Description = "登记号，或者文号" };

    private static async Task<IReadOnlyList<string>> ChangesAsync(ILandStore land, LoadedLedger ledger, KeptLetter letter, CancellationToken cancellation)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in land.Ledger.OfSubjectAsync(letter.Subject, cancellation)) entries.Add(entry);
        return LetterChanges.Of(letter, ledger.Kinds, entries);
    }
}
