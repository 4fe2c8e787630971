using System.Globalization;
using Huodi.App.Stores;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Policies;
using Huodi.Policies.Lineage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

namespace Huodi.App.Lineage;

/// <summary>Splits, merges and redraws parcels: checks numbers, ground and area, works out which facts carry over, and records the change.</summary>
public sealed class ChangeParcels(ILandStore store, PolicyLibrary policies, TimeProvider time)
{
    /// <summary>Does it.</summary>
    /// <exception cref="StoreException">CHANGE_COUNT, CHANGE_PROFILE, PARCEL_GONE, PARCEL_ID_TAKEN, CHANGE_OVERLAP, CHANGE_GROUND or CHANGE_AREA, with the
    /// figures. Nothing was changed.</exception>
    public async Task<ParcelChange> ChangeAsync(ChangeRequest request, CancellationToken cancellation)
    {
        CheckCounts(request);
        if (!policies.ParcelChanges.Tolerances.TryGetValue(request.Kind, out var tolerance))
        {
            throw new StoreException(
                "CHANGE_PROFILE", $"没有“{LineageWords.Chinese(request.Kind)}”的面积容差，不能核对。请在法规目录的 parcel-changes.yaml 中由承担地籍调查的机构设定。");
        }

        var before = new List<Parcel>();
        foreach (var id in request.Before)
        {
            before.Add(await store.FindParcelAsync(id, cancellation) is { RetiredBy: null } parcel ? parcel : throw LineageWords.Gone(id));
        }

        foreach (var after in request.After)
        {
            if (await store.FindParcelAsync(after.Id, cancellation) is not null) throw LineageWords.Taken(after.Id);
        }

        CheckArea(request.Kind, tolerance, before, request.After);
        var succession = new FactSuccession(policies.ParcelChanges, policies.Dictionary);
        var successors = request.After.Select(p => (Parcel: p, Facts: succession.Of(before, p.Facts))).ToList();
        var change = new ParcelChange
        {
            Kind = request.Kind,
            Day = request.Day,
            RecordedAt = time.GetUtcNow(),
            By = request.By,
            Document = request.Document,
            Reason = request.Reason,
            Before = [.. before.Select(p => new ChangedParcel(p.Id, EllipsoidalArea.Measure(p.Shape), [], []))],
            After = [.. successors.Select(s => new ChangedParcel(s.Parcel.Id, EllipsoidalArea.Measure(s.Parcel.Shape), s.Facts.Carried, s.Facts.ToRestate))],
        };
        var generated = before.Exists(p => p.IsGenerated);
        return await store.Lineage.SaveAsync(
            change,
            [.. successors.Select(s => s.Parcel with { Facts = s.Facts.Facts, IsGenerated = generated, MeasuredArea = EllipsoidalArea.Measure(s.Parcel.Shape) })],
            request.Source,
            cancellation);
    }

    private static void CheckCounts(ChangeRequest request)
    {
        var (from, to) = (request.Before.Count, request.After.Count);
        var isRight = request.Kind switch
        {
            ParcelChangeKind.Split => from == 1 && to >= 2,
            ParcelChangeKind.Merge => from >= 2 && to == 1,
            _ => from >= 1 && from == to,
        };
        var twice = request.Before.Distinct(StringComparer.Ordinal).Count() < from || request.After.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() < to;
        if (isRight && !twice) return;
        throw new StoreException(
            "CHANGE_COUNT",
            $"{LineageWords.Chinese(request.Kind)}前 {from} 宗、后 {to} 宗{(twice ? "，编号有重复" : "")}。分割是一宗变几宗，合并是几宗变一宗，界址变更前后宗数相同。请核对编号和文件里的图形。");
    }

    private static void CheckArea(ParcelChangeKind kind, AreaTolerance tolerance, IReadOnlyList<Parcel> before, IReadOnlyList<Parcel> after)
    {
        var (old, now) = (Total(before), Total(after));
        var allowed = tolerance.Of(old);
        if (Math.Abs(now - old) > allowed)
        {
            throw new StoreException(
                "CHANGE_AREA",
                $"{LineageWords.Chinese(kind)}前后面积不平：前 {Figure(old)} ㎡（{Each(before)}），后 {Figure(now)} ㎡（{Each(after)}），差 {Figure(now - old)} ㎡，容差 {Figure(allowed)} ㎡"
                + "（法规目录 parcel-changes.yaml）。没有保存。请核对界址点坐标。");
        }

        // Equal areas may still lie elsewhere, or twice on the same ground.
        var (ground, drawn) = (Union(before), Union(after));
        var overlap = now - Measured(drawn);
        if (overlap > allowed)
            throw new StoreException("CHANGE_OVERLAP", $"变更后的宗地互相重叠 {Figure(overlap)} ㎡，容差 {Figure(allowed)} ㎡。没有保存。请核对界址点坐标。");
        if (kind == ParcelChangeKind.Reshape) return;
        var apart = Measured(OverlayNGRobust.Overlay(ground, drawn, SpatialFunction.SymDifference));
        if (apart > 2 * allowed)
            throw new StoreException("CHANGE_GROUND", $"变更前后不是同一块地：有 {Figure(apart)} ㎡ 只在一边，容差 {Figure(2 * allowed)} ㎡。没有保存。请核对图形是否属于这几宗地。");
    }

    private static decimal Total(IEnumerable<Parcel> parcels) => parcels.Sum(p => EllipsoidalArea.Measure(p.Shape).SquareMetres);

    private static decimal Measured(Geometry shape) => EllipsoidalArea.Measure(shape).SquareMetres;

    private static Geometry Union(IReadOnlyList<Parcel> parcels) => UnaryUnionOp.Union(parcels.Select(p => p.Shape).ToList());

    private static string Each(IEnumerable<Parcel> parcels) => string.Join("、", parcels.Select(p => $"{p.Id} {Figure(EllipsoidalArea.Measure(p.Shape).SquareMetres)}"));

    private static string Figure(decimal area) => area.ToString("0.00", CultureInfo.InvariantCulture);
}
