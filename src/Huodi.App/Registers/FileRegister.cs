using System.Globalization;
using System.Runtime.CompilerServices;
using Huodi.App.Stores;
using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>Files a register: draws it up and freezes it, on the version before it and on no other.</summary>
public sealed class FileRegister(ILandStore store, TimeProvider time)
{
    /// <summary>Files it.</summary>
    /// <exception cref="StoreException">REGISTER_CHANGED: the rows are not those of the digest. REGISTER_INCOMPLETE: found rows lack
    /// required facts. REGISTER_EMPTY. REGISTER_MOVED_ON and REGISTER_NAME_TAKEN as the store says. Nothing was filed.</exception>
    public async Task<RegisterVersion> FileAsync(RegisterScope scope, FilingRequest request, CancellationToken cancellation)
    {
        var before = await store.Registers.VersionsAsync(cancellation)
            .Where(v => v.Register == scope.Definition.Id && v.Region == scope.Region)
            .ToListAsync(cancellation);
        var version = new RegisterVersion
        {
            Register = scope.Definition.Id,
            RegisterName = scope.Definition.Name,
            Name = request.Name ?? NextName(scope, request, before),
            Region = scope.Region,
            AsOf = scope.AsOf,
            FiledAt = time.GetUtcNow(),
            FiledBy = request.By,
            Document = request.Document,
            Run = scope.Run?.Number,
            Base = before.FirstOrDefault()?.Number,
            Columns = scope.Definition.Columns,
        };
        return await store.Registers.FileAsync(version, CheckedAsync(scope, request, cancellation), cancellation);
    }

    private static string NextName(RegisterScope scope, FilingRequest request, List<RegisterVersion> before)
    {
        var year = scope.AsOf.Year;
        var number = before.Count(v => v.AsOf.Year == year) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{request.RegionName}{scope.Definition.Name} {year}年第{number}版");
    }

    /// <summary>The rows; throws at their end, inside the store's transaction, when they are not to be filed.</summary>
    private async IAsyncEnumerable<RegisterEntry> CheckedAsync(
        RegisterScope scope, FilingRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var tally = new RegisterTally();
        await foreach (var entry in new DraftRegister(store).EntriesAsync(scope, cancellation))
        {
            tally.Add(entry);
            yield return entry;
        }

        if (tally.Count == 0)
            throw new StoreException("REGISTER_EMPTY", $"{scope.Definition.Name}在这个范围里没有一行，没有备案。请核对地区；疑似来自评估，认定来自导入的事实或 huodi register enter。");
        if (request.Digest is { } digest && !tally.Digest().StartsWith(digest, StringComparison.OrdinalIgnoreCase))
        {
            throw new StoreException(
                "REGISTER_CHANGED",
                $"{scope.Definition.Name}的草稿已与看过的不同（看过 {digest}，现在 {tally.Digest()[..16]}），没有备案。请用 huodi register draft 再看一遍。");
        }

        if (tally.Incomplete > 0 && !request.AllowsIncomplete)
        {
            throw new StoreException(
                "REGISTER_INCOMPLETE",
                $"{tally.Incomplete} 行已认定而缺必填项，没有备案：{string.Join("，", tally.IncompleteRows)}{(tally.Incomplete > tally.IncompleteRows.Count ? " …" : "")}。"
                + "请补齐，或用 --allow-incomplete 照样备案（缺项数记入版本）。");
        }
    }
}
