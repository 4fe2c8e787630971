using System.Text.RegularExpressions;

namespace Huodi.Cli.Tests;

/// <summary>The ten-minute walk of docs/policies.zh.md, done as it is written.</summary>
public sealed partial class PolicyWalkTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Walk_AsTheDocumentSays_EndsInATestedArticle()
    {
        var blocks = Blocks().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "policies.zh.md"))).Select(m => m.Groups[1].Value).ToList();
        var policies = _session.File("policies");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "policies"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(policies, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "policies"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // A file lies in a folder.
            File.Copy(file, target);
        }

        _ = await _session.RunAsync("policy", "new", "shenyang-2026", "--title", "试验政策", "--issuer", "沈阳市人民政府", "--region", "210100", "--policies", policies);
        var document = Path.Combine(policies, "shenyang-2026", "policy.md");
        var front = File.ReadAllText(document)[..File.ReadAllText(document).IndexOf("## 第一条", StringComparison.Ordinal)];
        File.WriteAllText(document, front + blocks[0]);
        foreach (var skeleton in Directory.EnumerateFiles(Path.Combine(policies, "shenyang-2026", "cases"))) File.Delete(skeleton);
        File.WriteAllText(Path.Combine(policies, "shenyang-2026", "cases", "SHENYANG-02.md"), blocks[1]);
        File.AppendAllText(Path.Combine(policies, "ledger", "money.yaml"), "\n" + blocks[2]);
        var good = await _session.RunAsync("policy", "check", "--policies", policies);
        File.WriteAllText(document, front + blocks[0].Replace("容积率 >=", "容积律 >=", StringComparison.Ordinal));
        var bad = await _session.RunAsync("policy", "check", "--policies", policies);

        Assert.True(good.Exit == 0, good.Out);
        Assert.Equal(1, bad.Exit);
        Assert.Contains("shenyang-2026/policy.md:", bad.Out, StringComparison.Ordinal);
        Assert.Contains("建议：容积率", bad.Out, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Huodi.slnx"))) folder = folder.Parent ?? throw new InvalidOperationException("Not below the solution.");
        return folder.FullName;
    }

    [GeneratedRegex("~~~(?:markdown|yaml)\n(.*?)~~~", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
