using System.Globalization;
using System.Runtime.CompilerServices;
using Huodi.App.Approvals;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Grants;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Domain.Registers;
using Huodi.Policies.Registers;
using NetTopologySuite.Geometries;

namespace Huodi.App.Registers;

/// <summary>
/// Draws up a register as it stands now: every parcel, and every grant on no drawn parcel, that an answer, a recorded fact or a finding
/// brings in. Reads the store as a stream; keeps what counts of the assessment, the grants and the findings in memory.
/// </summary>
public sealed class DraftRegister(ILandStore store)
{
    private static readonly RegisterEntry Blank = new()
    {
        Subject = RegisterSubject.Parcel,
        Id = "",
        Name = "",
        Division = DivisionCode.Country,
        Standing = RegisterStanding.Suspected,
        Category = "",
        Origins = [],
        Reason = "",
        Facts = FactSheet.Empty,
    };

    /// <summary>The rows: parcels by id, then grants by number.</summary>
    public async IAsyncEnumerable<RegisterEntry> EntriesAsync(RegisterScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var judge = new RegisterJudge(scope);
        var hits = await RunHits.ReadAsync(store, scope, cancellation);
        var findings = await FindingsAsync(scope, cancellation);
        var inherited = Inherited(findings, await store.Lineage.ChangesAsync(cancellation).ToListAsync(cancellation));
        var grants = await store.GrantsAsync(scope.Region, cancellation).ToListAsync(cancellation);
        var byParcel = grants.Where(g => g.ParcelId is not null).ToLookup(g => g.ParcelId!, StringComparer.Ordinal); // As the filter says.
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var parcel in store.ParcelsAsync(scope.Region, cancellation))
        {
            var own = byParcel[parcel.Id].ToList();
            if (own.Count > 0) _ = drawn.Add(parcel.Id);
            var finding = findings.GetValueOrDefault((RegisterSubject.Parcel, parcel.Id));
            if (judge.Judge(Subject(parcel, own, hits), hits.Of(parcel.Id, own), finding, inherited.GetValueOrDefault(parcel.Id, []), []) is { } entry)
                yield return entry with { Shape = parcel.Shape, MeasuredArea = parcel.MeasuredArea ?? EllipsoidalArea.Measure(parcel.Shape) };
        }

        foreach (var grant in grants.Where(g => g.ParcelId is null || !drawn.Contains(g.ParcelId)))
        {
            var finding = findings.GetValueOrDefault((RegisterSubject.Grant, grant.Number));
            if (judge.Judge(Subject(grant, hits), hits.Of(grant), finding, [], []) is not { } entry) continue;
            var parcel = grant.ParcelId is { } id ? await store.FindParcelAsync(id, cancellation) : null;
            if (parcel is { RetiredBy: null }) continue; // It lies in another region, and stands in that region's register.
            yield return entry with { Doubts = [WhereItLies(grant, parcel), .. entry.Doubts] };
        }

        if (!scope.Definition.HoldsRemainders) yield break;
        foreach (var balance in await new BalanceBatches(store, scope.Definition.SuppliedFacts).BalanceAsync(scope.Region, cancellation))
        {
            foreach (var piece in Pieces(balance, scope.Definition))
            {
                var finding = findings.GetValueOrDefault((RegisterSubject.ApprovalBatch, piece.Id));
                if (judge.Judge(piece with { Shape = null }, [], finding, [], [Remainder(balance)]) is { } entry)
                    yield return entry with { Shape = piece.Shape, MeasuredArea = piece.MeasuredArea };
            }
        }
    }

    /// <summary>The whole remainder of a batch; where a register lists odd lots, its small pieces, and none while no size is set.</summary>
    private static IEnumerable<RegisterEntry> Pieces(BatchBalance balance, RegisterDefinition definition)
    {
        if (balance.Remainder is not { } rest) yield break;
        if (!definition.IsOfPieces)
        {
            yield return Piece(balance, balance.Batch.Number, rest);
            yield break;
        }

        for (var n = 0; definition.LargestPiece is { } largest && n < rest.NumGeometries; n++)
        {
            var part = rest.GetGeometryN(n);
            if (EllipsoidalArea.Measure(part).SquareMetres <= largest)
                yield return Piece(balance, string.Create(CultureInfo.InvariantCulture, $"{balance.Batch.Number}#{n + 1}"), part);
        }
    }

    private static RegisterEntry Piece(BatchBalance balance, string id, Geometry shape) => Blank with
    {
        Subject = RegisterSubject.ApprovalBatch,
        Id = id,
        Name = $"{balance.Batch.Name}余地",
        Division = balance.Batch.Division,
        Facts = balance.Batch.Facts,
        Doubts = balance.Doubts,
        Shape = shape,
        MeasuredArea = EllipsoidalArea.Measure(shape),
    };

    private static RegisterOrigin Remainder(BatchBalance balance) => new(
        OriginKind.Remainder,
        null,
        balance.Batch.Number,
        string.Create(
            CultureInfo.InvariantCulture,
            $"批次“{balance.Batch.Number}”图形 {balance.Measured.SquareMetres:0.00} ㎡，已供 {balance.Supplied.SquareMetres:0.00} ㎡，供应情况不明 {balance.Unclear.SquareMetres:0.00} ㎡，余 {balance.RemainderArea.SquareMetres:0.00} ㎡"));

    private static RegisterEntry Subject(Parcel parcel, List<Grant> grants, RunHits hits)
    {
        var moved = hits.HasMovedOn(SubjectKind.Parcel, parcel.Id, parcel.Facts) || grants.Exists(g => hits.HasMovedOn(SubjectKind.Grant, g.Number, g.Facts));
        return Blank with
        {
            Id = parcel.Id,
            Name = parcel.Name,
            Division = parcel.Division,
            IsGenerated = parcel.IsGenerated,
            Facts = WithGrant(parcel.Facts, grants),
            Doubts = moved ? ["评估之后事实有变更，请重新评估"] : [],
        };
    }

    private static RegisterEntry Subject(Grant grant, RunHits hits) => Blank with
    {
        Subject = RegisterSubject.Grant,
        Id = grant.Number,
        Name = grant.Name.Length > 0 ? grant.Name : grant.Number,
        Division = grant.Division,
        Facts = grant.Facts,
        Doubts = hits.HasMovedOn(SubjectKind.Grant, grant.Number, grant.Facts) ? ["评估之后事实有变更，请重新评估"] : [],
    };

    private static string WhereItLies(Grant grant, Parcel? parcel) => (grant.ParcelId, parcel) switch
    {
        (null, _) => "没有落到宗地，没有图形",
        (var id, null) => $"所属宗地 {id} 不在库中，没有图形",
        (var id, _) => $"所属宗地 {id} 已变更注销，未指明落在哪一宗新宗地",
    };

    /// <summary>What a parcel's only grant knows and the parcel does not; of several grants none speaks for the land.</summary>
    private static FactSheet WithGrant(FactSheet facts, List<Grant> grants) =>
        grants is [var only] ? new(facts.All.Concat(only.Facts.All.Where(f => facts.Find(f.Name) is null))) : facts;

    private static Dictionary<string, List<RegisterOrigin>> Inherited(
        Dictionary<(RegisterSubject Subject, string Id), RegisterFinding> findings, IReadOnlyList<ParcelChange> changes)
    {
        var found = new Dictionary<string, List<RegisterOrigin>>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var passed = change.Before.SelectMany(b => found.GetValueOrDefault(b.Id, []).Concat(Own(change, b.Id))).ToList();
            if (passed.Count == 0) continue;
            foreach (var after in change.After) found[after.Id] = passed;
        }

        return found;

        IEnumerable<RegisterOrigin> Own(ParcelChange change, string id) =>
            findings.GetValueOrDefault((RegisterSubject.Parcel, id)) is { Act: FindingAct.Enter } finding
                ? [new(OriginKind.Lineage, change.Number, finding.Document, $"由以“{finding.Document}”认定的宗地 {id} {Lineage.LineageWords.Chinese(change.Kind)}而来（{change.Document}），须重新认定")]
                : [];
    }

    private async Task<Dictionary<(RegisterSubject Subject, string Id), RegisterFinding>> FindingsAsync(RegisterScope scope, CancellationToken cancellation)
    {
        var newest = new Dictionary<(RegisterSubject, string), RegisterFinding>();
        await foreach (var finding in store.Registers.FindingsAsync(cancellation))
        {
            if (finding.Register == scope.Definition.Id) newest[(finding.Subject, finding.Id)] = finding;
        }

        return newest;
    }
}
