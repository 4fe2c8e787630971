using Huodi.Policies.Loading;

namespace Huodi.Policies.Tests;

/// <summary>A policies folder of one small document, written for one test and removed after it.</summary>
internal sealed class TemporaryPolicies : IDisposable
{
    private const string Front = """
        ---
        id: t-1
        title: 试验政策
        issuer: 某市人民政府
        status: in-force
        valid-from: 2025-01-01
        region: 210200
        ---

        ## 第一条 面积 {#T-01}

        > 建筑面积小于8万平方米的，工期3年。

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("huodi-policies-");

    public TemporaryPolicies(string blocks, string? front = null)
    {
        foreach (var shared in new[] { "facts.yaml", "units.yaml" }) File.Copy(Path.Combine(CarriedPolicies.Folder, shared), Path.Combine(Folder, shared));
        Directory.CreateDirectory(Path.Combine(Folder, "t"));
        Write("t/policy.md", (front ?? Front) + blocks);
    }

    public string Folder => _folder.FullName;

    /// <summary>Lines of the document before the blocks; the first line of the blocks is one more.</summary>
    public static int LinesBefore { get; } = Front.Count(c => c == '\n');

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, file), bytes);

    public LoadedPolicies Load() => PolicyFolder.Load(Folder);

    public void Dispose() => _folder.Delete(recursive: true);
}
