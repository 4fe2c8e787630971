using System.CommandLine;
using Huodi.App.Letters;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Formats.Letters;

namespace Huodi.Cli.Letters;

/// <summary><c>huodi letter check</c>: whether a .docx says what was recorded, and where it does not.</summary>
internal static class CheckLetterCommand
{
    private const int NumberLine = 1;

    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo>("文件") { Description = ".docx 文件" };
        var (store, policies) = (CliOptions.Store(), CliOptions.Policies());
        var command = new Command("check", "核对一份 .docx 的文字是不是登记的文字，不是的指出哪一段") { file, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var text = Read(parse.GetValue(file)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var keep = new KeepLetters(library, ledger, land.Ledger, host.Today);
            var lines = text.Text.Split('\n');
            var kept = (text.Keywords.Length > 0 ? await keep.FindAsync(text.Keywords, cancellation) : null)
                ?? (lines.Length > NumberLine ? await keep.FindAsync(lines[NumberLine], cancellation) : null)
                ?? throw new CliException("LETTER_UNKNOWN", "台账里没有登记这份文书（按文件里的散列和文号都没有找到）。", "核对文件和地库。");
            if (kept.Letter.Text == text.Text)
            {
                host.Out.WriteLine($"与第 {kept.Entry.Number} 条登记的文字一致（{kept.Letter.Number}，{kept.Letter.Hash}）{(kept.IsWithdrawn ? "；该文书已撤回" : "")}。");
                return 0;
            }

            var wrong = Differences(kept.Letter.Text.Split('\n'), lines);
            throw new CliException("LETTER_DIFFERS", $"与第 {kept.Entry.Number} 条登记的文字不一致：\n{string.Join('\n', wrong)}", "以登记的文字为准；用 huodi letter again 再输出一份。");
        });
        return command;
    }

    private static LetterDocxText Read(FileInfo file)
    {
        if (!file.Exists) throw new CliException("LETTER_FILE", $"找不到 {file.FullName}。", "检查路径。");
        try
        {
            return LetterDocxText.Read(file.FullName);
        }
        catch (InvalidDataException wrong)
        {
            throw new CliException("LETTER_FILE", wrong.Message, "选 Word 格式的文件。");
        }
    }

    private static IEnumerable<string> Differences(string[] recorded, string[] found)
    {
        for (var i = 0; i < Math.Max(recorded.Length, found.Length); i++)
        {
            var (wanted, told) = (i < recorded.Length ? recorded[i] : null, i < found.Length ? found[i] : null);
            if (wanted != told) yield return $"  第 {i + 1} 段　登记：{wanted ?? "（没有这一段）"}　文件：{told ?? "（没有这一段）"}";
        }
    }
}
