using System.CommandLine;
using Huodi.Formats.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger template 缴款 out.xlsx</c>: an empty table of one kind, to fill in and import.</summary>
internal static class TemplateCommand
{
    public static Command Create(CliHost host)
    {
        var kind = new Argument<string>("种类") { Description = "种类的中文名或英文名，见 huodi ledger kinds" };
        var file = new Argument<FileInfo>("文件") { Description = "写到哪里，.xlsx 或 .csv" };
        var policies = CliOptions.Policies();
        var command = new Command("template", "写一张空表，填好后用 huodi ledger import 登记") { kind, file, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var name = parse.GetValue(kind)!;
            var to = parse.GetValue(file)!;
            var found = ledger.Kinds.Find(name) ?? throw new CliException("LEDGER_KIND", $"没有“{name}”这个登记种类。", "用 huodi ledger kinds 看可用的种类。");
            using var content = new MemoryStream();
            switch (to.Extension.ToUpperInvariant())
            {
                case ".XLSX":
                    LedgerTemplate.WriteXlsx(content, found, library.Dictionary);
                    break;
                case ".CSV":
                    await LedgerTemplate.WriteCsvAsync(content, found, library.Dictionary, cancellation);
                    break;
                default:
                    throw new CliException("TEMPLATE_FILE", $"不认识“{to.Extension}”这种文件。", "文件名以 .xlsx 或 .csv 结尾。");
            }

            await File.WriteAllBytesAsync(to.FullName, content.ToArray(), cancellation);
            host.Out.WriteLine($"{found.Name}的空表：{to.FullName}");
            return 0;
        });
        return command;
    }
}
