using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Grants;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Huodi.App.Approvals;

/// <summary>
/// Approved batches minus supplied parcels. Parcels are read as a stream and met with the batches by a tree; a parcel counts as supplied
/// when one of the facts named by the register says so or a grant names it.
/// </summary>
/// <param name="store">The land.</param>
/// <param name="suppliedFacts">Facts any of which, once known, says that a parcel was supplied.</param>
public sealed class BalanceBatches(ILandStore store, IReadOnlyList<string> suppliedFacts)
{
    private const string NumberFact = "批准文号";
    private const string NotSuppliedFact = "批而未供";
    private const string AreaFact = "宗地面积";

    /// <summary>All batches of a region, by number.</summary>
    public async Task<IReadOnlyList<BatchBalance>> BalanceAsync(DivisionCode region, CancellationToken cancellation)
    {
        var batches = await store.Approvals.BatchesAsync(region, cancellation).Select(b => new Account(b)).ToListAsync(cancellation);
        if (batches.Count == 0) return [];
        var tree = new STRtree<Account>();
        foreach (var account in batches) tree.Insert(account.Batch.Shape.EnvelopeInternal, account);
        tree.Build();
        var byNumber = batches.ToDictionary(b => b.Batch.Number, StringComparer.Ordinal);
        var granted = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var grant in store.GrantsAsync(region, cancellation))
        {
            if (grant.ParcelId is { } parcel) _ = granted.Add(parcel);
            else if (Declared(grant.Facts) is { } number && byNumber.TryGetValue(number, out var account)) account.AddUnplaced(grant);
        }

        await foreach (var parcel in store.ParcelsAsync(region, cancellation)) Place(parcel, granted, tree, byNumber);
        return [.. batches.Select(b => b.Balance())];
    }

    private static string? Declared(FactSheet facts) =>
        facts.Find(NumberFact)?.Value is { } value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private void Place(Parcel parcel, HashSet<string> granted, STRtree<Account> tree, Dictionary<string, Account> byNumber)
    {
        var declared = Declared(parcel.Facts);
        var met = false;
        foreach (var account in tree.Query(parcel.Shape.EnvelopeInternal))
        {
            var common = Parts(OverlayNGRobust.Overlay(account.Batch.Shape, parcel.Shape, SpatialFunction.Intersection));
            if (common is null) continue;
            met |= account.Batch.Number == declared;
            account.Add(parcel, common, State(parcel, granted), declared);
        }

        if (!met && declared is not null && byNumber.TryGetValue(declared, out var named)) named.AddElsewhere(parcel);
    }

    private SupplyState State(Parcel parcel, HashSet<string> granted) =>
        parcel.Facts.Find(NotSuppliedFact)?.Value is { } value && JsonNode.DeepEquals(value, JsonValue.Create(true)) ? SupplyState.NotSupplied
        : granted.Contains(parcel.Id) || suppliedFacts.Any(f => parcel.Facts.Find(f) is not null) ? SupplyState.Supplied
        : SupplyState.Unclear;

    /// <summary>The parts that are areas and hold at least 0.01 ㎡, the precision of a register; null when there are none.</summary>
    private static Geometry? Parts(Geometry shape)
    {
        var areas = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>()
            .Where(p => EllipsoidalArea.Measure(p).SquareMetres > 0).ToArray();
        return areas.Length switch { 0 => null, 1 => areas[0], _ => shape.Factory.CreateMultiPolygon(areas) };
    }

    private enum SupplyState
    {
        Supplied,
        NotSupplied,
        Unclear,
    }

    /// <summary>One batch while parcels go by.</summary>
    private sealed class Account(ApprovalBatch batch)
    {
        private const int Examples = 5;
        private readonly List<string> _unclear = [];
        private readonly List<string> _elsewhere = [];
        private readonly List<string> _otherNumber = [];
        private readonly List<Grant> _unplaced = [];
        private Geometry? _rest = batch.Shape;
        private decimal _suppliedArea;
        private decimal _unclearArea;

        public ApprovalBatch Batch { get; } = batch;

        public void Add(Parcel parcel, Geometry common, SupplyState state, string? declared)
        {
            var area = EllipsoidalArea.Measure(common).SquareMetres;
            if (state == SupplyState.Supplied) _suppliedArea += area;
            if (state == SupplyState.Unclear)
            {
                _unclearArea += area;
                _unclear.Add(parcel.Id);
            }

            if (declared is not null && declared != Batch.Number) _otherNumber.Add(parcel.Id);
            if (_rest is not null) _rest = Parts(OverlayNGRobust.Overlay(_rest, common, SpatialFunction.Difference));
        }

        public void AddElsewhere(Parcel parcel) => _elsewhere.Add(parcel.Id);

        public void AddUnplaced(Grant grant) => _unplaced.Add(grant);

        public BatchBalance Balance() => new(
            Batch,
            EllipsoidalArea.Measure(Batch.Shape),
            new Area(_suppliedArea),
            new Area(_unclearArea),
            _rest,
            _rest is null ? new Area(0) : EllipsoidalArea.Measure(_rest),
            [.. Doubts()]);

        private static string Some(List<string> ids) => string.Join("、", ids.Take(Examples)) + (ids.Count > Examples ? $" 等 {ids.Count} 宗" : "");

        private static decimal? Registered(Grant grant) => RegisteredArea.Hundredths(grant.Facts) / 100m;

        private IEnumerable<string> Doubts()
        {
            if (_unclear.Count > 0) yield return $"另有 {Figure(_unclearArea)} ㎡ 在供应情况没有记录的宗地（{Some(_unclear)}）上，未计入余地，也未计入已供";
            if (_elsewhere.Count > 0) yield return $"宗地 {Some(_elsewhere)} 申报属于本批次，图形却不在本批次范围内，未扣减";
            if (_otherNumber.Count > 0) yield return $"宗地 {Some(_otherNumber)} 在本批次范围内，申报的却是别的批准文号，已按图形扣减";
            if (_unplaced.Count > 0)
            {
                var known = _unplaced.Select(Registered).OfType<decimal>().ToList();
                var area = known.Count == _unplaced.Count ? "" : $"，其中 {_unplaced.Count - known.Count} 条没有面积";
                yield return $"{_unplaced.Count} 条供地结果申报属于本批次而没有图形，{AreaFact}合计 {Figure(known.Sum())} ㎡{area}，未扣减，余地可能偏大";
            }

            if (Batch.ApprovedArea is not { } approved) yield return "没有批准面积，无从与图形面积核对";
            else if (Batch.ApprovedArea != EllipsoidalArea.Measure(Batch.Shape))
                yield return $"批准面积 {Figure(approved.SquareMetres)} ㎡，图形面积 {Figure(EllipsoidalArea.Measure(Batch.Shape).SquareMetres)} ㎡，余地按图形计";
        }

        private static string Figure(decimal area) => area.ToString("0.00", CultureInfo.InvariantCulture);
    }
}
