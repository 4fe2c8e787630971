using Huodi.Domain.Documents;

namespace Huodi.App.Documents;

/// <summary>Reads every kept file and compares it with its hash, and every record with its seal.</summary>
public sealed class CheckDocuments(IDocumentStore store)
{
    private readonly ReadDocument _read = new(store);

    /// <summary>What is wrong, in words, each naming the file; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        var wrong = new List<string>();
        KeptDocument? before = null;
        await foreach (var document in store.ListAsync(cancellation))
        {
            if (document.Number != (before?.Number ?? 0) + 1)
                wrong.Add($"第 {document.Number} 号文件“{document.File.Name}”之前缺第 {(before?.Number ?? 0) + 1} 号，请从备份恢复");
            else if (document.SealAfter(before?.Seal ?? KeptDocument.FirstSeal) != document.Seal)
                wrong.Add($"第 {document.Number} 号文件“{document.File.Name}”（sha256:{document.File.Hash}）的名称、存入人、时间或者散列值被改动，请从备份恢复");
            if (await _read.SumAsync(document, Stream.Null, cancellation) is var found && found != document.File.Hash) wrong.Add(ReadDocument.Changed(document, found));
            before = document;
        }

        return wrong;
    }
}
