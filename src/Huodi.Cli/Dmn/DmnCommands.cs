using System.CommandLine;
using System.Text;
using Huodi.Formats.Files;
using Huodi.Rules;

namespace Huodi.Cli.Dmn;

/// <summary><c>huodi dmn tck DIR --report FILE</c>: runs the official compatibility tests of DMN.</summary>
internal static class DmnCommands
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<DirectoryInfo>("目录") { Description = "官方兼容性测试（dmn-tck/tck）的目录" };
        var report = new Option<FileInfo?>("--report") { Description = "把逐项结果写成 CSV" };
        var tck = new Command("tck", "运行 DMN 官方兼容性测试") { folder, report };
        tck.SetAction(async (parse, cancellation) =>
        {
            var directory = parse.GetValue(folder)!;
            if (!directory.Exists) throw new CliException("TCK_FOLDER", $"找不到目录 {directory.FullName}。", "指明 dmn-tck 的 TestCases 所在目录。");
            var results = TckRunner.Run(directory.FullName, cancellation).ToList();
            if (results.Count == 0) throw new CliException("TCK_FOLDER", $"{directory.FullName} 里没有测试。", "指明 dmn-tck 的 TestCases 所在目录。");
            if (parse.GetValue(report) is { } file) await WholeFile.WriteAsync(file.FullName, new UTF8Encoding(false), Fill, cancellation);
            host.Out.WriteLine(TckReport.Of(results));
            return 0;

            Task Fill(StreamWriter writer)
            {
                TckReport.WriteCsv(results, writer);
                return Task.CompletedTask;
            }
        });
        return new("dmn", "决策模型") { tck };
    }
}
