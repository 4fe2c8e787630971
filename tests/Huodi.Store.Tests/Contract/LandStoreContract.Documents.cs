using System.Globalization;
using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Store.Importer;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    /// <summary>The statements that take the guards of kept files away.</summary>
    protected abstract string[] DropDocumentGuards { get; }

    [Fact]
    public async Task Documents_Kept_AreGivenBackByteForByteAndOnlyOnce()
    {
        await using var store = await NewStoreAsync();
        for (var n = 1; n <= 3; n++) _ = await store.Documents.KeepAsync(Load.File(n), "王五（某局）", Load.Content(n), None);
        var (again, isNew) = await store.Documents.KeepAsync(new("别的名字.pdf", Load.File(2).Hash, Load.File(2).Size), "他人", Stream.Null, None);

        var listed = await store.Documents.ListAsync(None).ToListAsync();
        Assert.Equal([1L, 2, 3], listed.Select(d => d.Number));
        Assert.Equal((listed[1], false), (again, isNew));
        Assert.Equal([Load.File(1), Load.File(2), Load.File(3)], listed.Select(d => d.File));
        for (var n = 1; n <= 3; n++)
        {
            var read = await new ReadDocument(store.Documents).OpenAsync(Load.File(n).Hash, None);
            await using var content = Assert.NotNull(read).Content;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            Assert.Equal(Load.Bytes(n), bytes.ToArray());
        }

        Assert.Null(await new ReadDocument(store.Documents).OpenAsync(Load.File(4).Hash, None));
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Documents_ThatAreNotTheFileOfTheHash_LeaveNothing()
    {
        await using var store = await NewStoreAsync();
        var file = Load.File(2);

        foreach (var wrong in new[] { Load.Bytes(1), [.. Load.Bytes(2), 0], Load.Bytes(2)[..^1], [1, .. Load.Bytes(2)[1..]], [] })
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => store.Documents.KeepAsync(file, "甲", new MemoryStream(wrong), None));
            Assert.Equal("DOCUMENT_MOVED", refused.Code);
        }

        Assert.Empty(await store.Documents.ListAsync(None).ToListAsync());
        Assert.Empty(await store.Documents.PiecesAsync(file.Hash, None).ToListAsync());
        Assert.True((await store.Documents.KeepAsync(file, "甲", Load.Content(2), None)).IsNew);
    }

    [Fact]
    public async Task Documents_KeptByManyAtOnce_AreThereOnceEach()
    {
        await using var store = await NewStoreAsync();

        var kept = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => store.Documents.KeepAsync(Load.File(1 + (n % 3)), $"第{n}人", Load.Content(1 + (n % 3)), None))));

        Assert.Equal(3, kept.Count(k => k.IsNew));
        Assert.Equal(3, await store.Documents.ListAsync(None).CountAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Theory]
    [InlineData("UPDATE source_document SET name = 'x'")]
    [InlineData("DELETE FROM source_document")]
    [InlineData("UPDATE source_document_piece SET place = 9")]
    [InlineData("DELETE FROM source_document_piece")]
    public async Task Documents_Kept_CannotBeChangedOrTakenAway(string sql)
    {
        await using var store = await NewStoreAsync();
        _ = await store.Documents.KeepAsync(Load.File(1), "甲", Load.Content(1), None);

        _ = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunSqlAsync(sql));
    }

    [Fact]
    public async Task Documents_AnythingChangedBehindOurBack_IsFoundAndNamed()
    {
        await using var store = await NewStoreAsync();
        for (var n = 1; n <= 3; n++) _ = await store.Documents.KeepAsync(Load.File(n), "甲", Load.Content(n), None);
        foreach (var drop in DropDocumentGuards) await RunSqlAsync(drop);
        var piece = Load.Bytes(1)[..DocumentPieces.Size];
        var changed = piece.ToArray();
        changed[777_777] ^= 1;
        string Write(byte[] bytes) => $"UPDATE source_document_piece SET content = {Bytes(Convert.ToHexString(bytes))} WHERE document_number = 1 AND place = 0";

        foreach (var (change, back) in new[]
        {
            (Write(changed), Write(piece)),
            ("UPDATE source_document_piece SET place = 7 WHERE document_number = 1 AND place = 0", "UPDATE source_document_piece SET place = 0 WHERE document_number = 1 AND place = 7"),
            ("UPDATE source_document SET name = '文件１.pdf' WHERE number = 1", "UPDATE source_document SET name = '文件1.pdf' WHERE number = 1"),
            ("UPDATE source_document SET kept_by = '乙' WHERE number = 1", "UPDATE source_document SET kept_by = '甲' WHERE number = 1"),
        })
        {
            await RunSqlAsync(change);
            Assert.Contains("第 1 号文件", string.Concat(await store.CheckAsync(None)), StringComparison.Ordinal);
            if (change.Contains("piece", StringComparison.Ordinal))
                Assert.Equal("DOCUMENT_CHANGED", (await Assert.ThrowsAsync<StoreException>(() => new ReadDocument(store.Documents).OpenAsync(Load.File(1).Hash, None))).Code);
            await RunSqlAsync(back);
        }

        Assert.Empty(await store.CheckAsync(None));
        await RunSqlAsync("DELETE FROM source_document_piece WHERE document_number = 2");
        await RunSqlAsync("DELETE FROM source_document WHERE number = 2");
        Assert.Contains("之前缺第 2 号", string.Concat(await store.CheckAsync(None)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killing_TheProcessWhileItKeepsFiles_LeavesEachWholeOrNotAtAll()
    {
        await using (await NewStoreAsync())
        {
        }

        var reported = new HashSet<long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var lines = await KilledImporter.ReportedAsync([.. ImporterArguments, "documents"], Random.Shared.Next(1, 5), TimeSpan.FromMilliseconds(Random.Shared.Next(0, 120)));
            reported.UnionWith(lines.Where(l => l.StartsWith("document ", StringComparison.Ordinal)).Select(l => long.Parse(l.AsSpan("document ".Length), CultureInfo.InvariantCulture)));

            await using var store = await ReopenAsync();
            Assert.Empty(await store.CheckAsync(None)); // hashes every file again
            var kept = await store.Documents.ListAsync(None).ToListAsync();
            Assert.Equal(Enumerable.Range(1, kept.Count).Select(n => Load.File(n)), kept.Select(d => d.File));
            Assert.Subset(kept.Select(d => d.Number).ToHashSet(), reported);
            Assert.InRange(kept.Count - reported.Count, 0, kill + 1);
        }

        Assert.True(reported.Count >= Kills / 2, $"Only {reported.Count} files were kept.");
    }
}
