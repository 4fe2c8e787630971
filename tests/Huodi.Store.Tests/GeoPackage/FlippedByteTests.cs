using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Store.GeoPackage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>One byte of the file changed at a time, in the pages of the ledger: each is found, or held nothing.</summary>
public sealed class FlippedByteTests : IDisposable
{
    private const int Flips = 500;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task VerifyAsync_AfterAnyByteOfTheLedgerChanged_FindsIt()
    {
        var path = _folder.File("land.gpkg");
        await WriteAsync(path);
        var whole = await File.ReadAllBytesAsync(path);
        var pages = Pages(path, whole);
        var random = new Random(53);
        var (found, empty, ignored, missed) = (0, 0, 0, new List<string>());

        for (var flip = 0; flip < Flips; flip++)
        {
            var at = ((pages.Numbers[random.Next(pages.Numbers.Count)] - 1) * pages.Size) + random.Next(pages.Size);
            var changed = (byte[])whole.Clone();
            changed[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(path, changed);
            if (await IsFoundAsync(path)) found++;
            else if (pages.Empty.Contains(at)) empty++;
            else if (IsIgnored(path, whole, changed)) ignored++;
            else missed.Add($"byte {at} (page {1 + (at / pages.Size)}, {at % pages.Size}): {whole[at]:x2} → {changed[at]:x2}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Numbers.Count} pages, {Flips} bytes: {found} found, {empty} in free space, {ignored} that no reader of SQLite sees.");
        Assert.Equal([], missed);
        Assert.True(found > 300, $"Only {found} of {Flips} were found.");
    }

    private static async Task WriteAsync(string path)
    {
        await using var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);
        for (var round = 0; round < 4; round++)
        {
            // Long payloads go to pages of their own.
            _ = await store.Ledger.AppendAsync(
                [.. Enumerable.Range(1, 60).Select(n => Land.Draft($"P{n}", round % 2 == 0 ? "patrol" : "progress", day: round + 1, fields: new JsonObject { ["情况说明"] = new string('述', n % 20 == 0 ? 3000 : n) }))],
                CancellationToken.None);
        }

        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol", supersedes: new(1, "误录"), day: 9)], CancellationToken.None);
    }

    private static TablePages Pages(string path, byte[] file)
    {
        var pages = new TablePages(file);
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rootpage FROM sqlite_master WHERE tbl_name IN ('ledger_entry', 'ledger_head') AND rootpage > 0";
        using var roots = command.ExecuteReader();
        while (roots.Read()) pages.Add(roots.GetInt32(0));
        return pages;
    }

    private static async Task<bool> IsFoundAsync(string path)
    {
        try
        {
            await using var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None);
            return (await store.Ledger.VerifyAsync(null, CancellationToken.None)).Problems.Count > 0;
        }
        catch (StoreException refused)
        {
            Assert.Contains("恢复", refused.Message, StringComparison.Ordinal);
            return true;
        }
    }

    /// <summary>
    /// The number of an entry is the key of its row. The format keeps a null in its place in the record as well, which is never read
    /// (fileformat2.html, 2.3): its type there may be another of length nothing.
    /// </summary>
    private static bool IsIgnored(string path, byte[] whole, byte[] changed)
    {
        var at = whole.AsSpan().CommonPrefixLength(changed);
        return (whole[at], changed[at]) is (0, 8) && Rows(path).SequenceEqual(Rows(path, whole));
    }

    private static List<string> Rows(string path, byte[]? content = null)
    {
        if (content is not null) File.WriteAllBytes(path, content);
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM ledger_entry UNION ALL SELECT *, '', '', '', '', '', '', '', '', '' FROM ledger_head";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(n => reader.GetValue(n) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(n)}")));
        return rows;
    }
}
