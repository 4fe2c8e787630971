using System.CommandLine;
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
        tck.SetAction((parse, cancellation) =>
        {
            var directory = parse.GetValue(folder)!;
            if (!directory.Exists) throw new CliException("TCK_FOLDER", $"找不到目录 {directory.FullName}。", "指明 dmn-tck 的 TestCases 所在目录。");
            var results = TckRunner.Run(directory.FullName, cancellation).ToList();
            if (results.Count == 0) throw new CliException("TCK_FOLDER", $"{directory.FullName} 里没有测试。", "指明 dmn-tck 的 TestCases 所在目录。");
            if (parse.GetValue(report) is { } file) Save(file.FullName, results);
            host.Out.WriteLine(TckReport.Of(results));
            return Task.FromResult(0);
        });
        return new("dmn", "决策模型") { tck };
    }

    private static void Save(string path, List<TckResult> results)
    {
        var half = path + ".part";
        using (var writer = new StreamWriter(half)) TckReport.WriteCsv(results, writer);
        File.Move(half, path, overwrite: true);
    }
}
