using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Huodi.Cli.Tests.Documents;

/// <summary>The files of documents on the command line.</summary>
public sealed class DocumentCommandTests : IDisposable
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-4, SHA-256 of "abc".
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Keep_ThenGet_GivesTheBytesBackAndOverwritesNothing()
    {
        var file = _session.Write("批复.pdf", "abc");

        var kept = await RunAsync("keep", file, "--by", "王五");
        var again = await RunAsync("keep", _session.Write("别名.pdf", "abc"), "--by", "李四");
        var listed = await RunAsync("list");
        var got = await RunAsync("get", "sha256:" + Abc[..10], "--out", _session.File("out.pdf"));
        var twice = await RunAsync("get", "1", "--out", _session.File("out.pdf"));

        Assert.Contains($"已存入：第 1 号　批复.pdf　3 字节　sha256:{Abc}", kept.Out, StringComparison.Ordinal);
        Assert.Contains("已有，没有重复存入：第 1 号　批复.pdf", again.Out, StringComparison.Ordinal);
        Assert.Contains("共 1 份", listed.Out, StringComparison.Ordinal);
        Assert.Equal((0, "abc"), (got.Exit, await File.ReadAllTextAsync(_session.File("out.pdf"), TestContext.Current.CancellationToken)));
        Assert.Contains("DOCUMENT_EXISTS", twice.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_OfWhatCannotBeKept_SaysWhyAndKeepsNone()
    {
        await File.WriteAllBytesAsync(_session.File("large"), new byte[(1 << 20) + 1], TestContext.Current.CancellationToken);

        var large = await RunAsync("keep", _session.Write("a", "abc"), _session.File("large"), "--by", "王五", "--document-mb", "1");
        var empty = await RunAsync("keep", _session.Write("empty", ""), "--by", "王五");
        var none = await RunAsync("keep", _session.File("nowhere"), "--by", "王五");
        var unnamed = await RunAsync("keep", _session.File("a"), "--by", " ");

        foreach (var (answer, code) in new[] { (large, "DOCUMENT_TOO_LARGE"), (empty, "DOCUMENT_EMPTY"), (none, "LEDGER_DOCUMENT_FILE"), (unnamed, "LEDGER_TEXT") })
            Assert.Equal((1, true), (answer.Exit, answer.Error.Contains(code, StringComparison.Ordinal)));
        Assert.DoesNotContain("第 1 号", (await RunAsync("list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AfterAByteWasChanged_NamesTheFileAndFails()
    {
        _ = await RunAsync("keep", _session.Write("认定书.pdf", "abc"), "--by", "王五");
        Assert.Equal(0, (await RunAsync("check")).Exit);

        using (var connection = new SqliteConnection($"Data Source={_session.Store};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER source_document_piece_update; UPDATE source_document_piece SET content = CAST('abd' AS BLOB)";
            _ = command.ExecuteNonQuery();
        }

        var check = await RunAsync("check");
        var got = await RunAsync("get", "1", "--out", _session.File("out.pdf"));

        Assert.Equal(1, check.Exit);
        Assert.Contains($"✗ 第 1 号文件“认定书.pdf”的内容与存入时不符：应为 sha256:{Abc}", check.Out, StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_CHANGED", got.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_session.File("out.pdf")));
    }

    [Fact]
    public async Task Add_WithAFile_KeepsItOnlyWhenTheEntryIsRecorded()
    {
        string[] entry = ["ledger", "add", "交地", "parcel:P1", "--happened", "2026-01-01", "--document", "交地书", "--by", "王五", "--store", _session.Store, "--file", _session.Write("交地书.pdf", "abc")];

        var refused = await _session.RunAsync([.. entry, "--set", "缴款金额=1"]);
        var before = File.Exists(_session.Store);
        var added = await _session.RunAsync(entry);
        var check = await RunAsync("check");

        Assert.Equal((1, false, 0), (refused.Exit, before, added.Exit));
        Assert.Contains("文件 1 份，3 字节；有问题 0 处；台账只记了散列值的 0 份", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_WithTheFilesOfItsMaterials_KeepsThemAndACopyHasThem()
    {
        const string Grant = "grant:2102112022B00002";
        _ = await _session.RunAsync(
            "case", "open", "CN-53-04/闲置土地处置", Grant, "--day", "2026-02-02", "--document", "审批表", "--file", _session.Write("审批表.pdf", "1"), "--by", "张三", "--store", _session.Store);
        var step = await _session.RunAsync(
            "case", "step", "2026-0001", "发现涉嫌闲置", "--outcome", "涉嫌构成闲置土地", "--role", "市、县国土资源主管部门", "--day", "2026-02-02", "--document", "记录", "--with", $"照片={_session.Write("照片.jpg", "2")}",
            "--by", "张三", "--store", _session.Store);
        var skipped = await _session.RunAsync(
            "case", "step", "2026-0001", "调查核实", "--outcome", "构成闲置土地", "--role", "市、县国土资源主管部门", "--day", "2026-02-09", "--document", "笔录", "--file", _session.Write("笔录.pdf", "3"), "--by", "张三", "--store", _session.Store);
        var copied = await _session.RunAsync("store", "copy", _session.Store, _session.File("copy.gpkg"));
        var check = await _session.RunAsync("document", "check", "--store", _session.File("copy.gpkg"));

        Assert.Equal((0, 1, 0), (step.Exit, skipped.Exit, copied.Exit));
        Assert.Contains("文件 2 份，2 字节；有问题 0 处；台账只记了散列值的 0 份", check.Out, StringComparison.Ordinal);
        Assert.Equal("2", await GetAsync(Convert.ToHexStringLower(SHA256.HashData("2"u8))));
    }

    private async Task<string> GetAsync(string hash)
    {
        _ = await _session.RunAsync("document", "get", hash, "--out", _session.File("got"), "--store", _session.File("copy.gpkg"));
        return await File.ReadAllTextAsync(_session.File("got"), TestContext.Current.CancellationToken);
    }

    private Task<(int Exit, string Out, string Error)> RunAsync(string command, params string[] more) => _session.RunAsync(["document", command, .. more, "--store", _session.Store]);
}
