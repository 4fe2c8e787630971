using System.Runtime.CompilerServices;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Quality;
using Huodi.Domain.Quality.Repairs;

namespace Huodi.App.Quality.Repairs;

/// <summary>Suggests repairs, applies those that are asked for by name, and puts originals back.</summary>
public sealed class RepairShapes(ILandStore store, QualityProfile profile, TimeProvider clock)
{
    private readonly SuggestRepair _suggest = new(profile);
    private readonly SuggestSnap _snap = new(profile);

    /// <summary>Every repair that could be suggested in a region, by parcel. Nothing is changed.</summary>
    public async IAsyncEnumerable<ShapeRepair> SuggestAsync(DivisionCode region, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var parcel in store.ParcelsAsync(region, cancellation))
        {
            if (_suggest.For(parcel.Id, parcel.Shape) is { } repair) yield return repair;
        }
    }

    /// <summary>Every parcel of a region that could be laid against a neighbour, where a sliver lies between the two. Nothing is changed.</summary>
    public async IAsyncEnumerable<ShapeRepair> SuggestSnapsAsync(DivisionCode region, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var report = await new CheckQuality(profile).RunAsync(store.ParcelsAsync(region, cancellation), null, cancellation);
        foreach (var (parcel, other) in report.Findings.Where(IsSliver).Select(f => (f.Parcel, f.Other)).Distinct())
        {
            if (other is not null && await SnapAsync(parcel, other, cancellation) is { } repair) yield return repair;
        }
    }

    /// <summary>Applies the suggestion for one parcel; the original stays in the store.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="neighbour">The neighbour to lay it against; null for the repair of the parcel alone.</param>
    /// <param name="who">Who asks for it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels; nothing is changed.</param>
    /// <exception cref="StoreException">PARCEL_MISSING, PARCEL_RETIRED, SHAPE_CHANGED; REPAIR_NONE: nothing to suggest for it; REPAIR_TOO_LARGE: its area
    /// would change by more than the profile lets two figures of one area differ, so that it is a change of boundary (ADR 0057).</exception>
    public async Task<(ShapeRepair Repair, ShapeChange Change)> ApplyAsync(
        string parcel, string? neighbour, string who, string reason, CancellationToken cancellation)
    {
        var found = await store.FindParcelAsync(parcel, cancellation) ?? throw ShapeRefusals.Missing(parcel);
        if (found.RetiredBy is not null) throw new StoreException("PARCEL_RETIRED", $"宗地“{parcel}”已因变更注销，图形不再改动。");
        var repair = (neighbour is null ? _suggest.For(parcel, found.Shape) : await SnapAsync(parcel, neighbour, cancellation))
            ?? throw new StoreException("REPAIR_NONE", $"宗地“{parcel}”没有可以自动修复的问题，没有改动。需要人工改正的，改正原文件后重新导入。");
        var before = repair.AreaBefore ?? (double?)RegisteredArea.SquareMetres(found.Facts);
        if (before is { } area && Math.Abs(repair.AreaAfter - area) is var moved && moved > profile.AreaDifferenceSquareMetres && moved > area * profile.AreaDifferenceShare)
        {
            throw new StoreException("REPAIR_TOO_LARGE", $"建议使宗地“{parcel}”的面积由 {area:0.00} 变为 {repair.AreaAfter:0.00} 平方米，已不是改正画法，没有改动。界线确有变化的，按宗地变更办理。");
        }

        var change = await store.ShapeHistory.ReplaceAsync(parcel, repair.Before, repair.After, Change(found.Id, repair.Before, who, reason), cancellation);
        return (repair, change);
    }

    /// <summary>Puts the original of a change back; the shape it replaces is kept in turn.</summary>
    /// <exception cref="StoreException">CHANGE_MISSING, PARCEL_MISSING or SHAPE_CHANGED.</exception>
    public async Task<ShapeChange> RestoreAsync(long number, string who, string reason, CancellationToken cancellation)
    {
        var change = await store.ShapeHistory.FindChangeAsync(number, cancellation)
            ?? throw new StoreException("CHANGE_MISSING", $"没有第 {number} 次图形改动，没有改动。用 huodi quality repair --history 查看。");
        var now = await store.FindParcelAsync(change.Parcel, cancellation) ?? throw ShapeRefusals.Missing(change.Parcel);
        return await store.ShapeHistory.ReplaceAsync(
            change.Parcel, now.Shape, change.Original, Change(change.Parcel, now.Shape, who, reason), cancellation);
    }

    private bool IsSliver(ParcelFinding found) =>
        (found.Finding.Kind == NeighbourKinds.Gap || found.Finding.Kind == NeighbourKinds.Overlap)
        && found.Finding.Figures.Any(f => f.Name == "平均宽" && f.Value < profile.SliverWidthMetres);

    private async Task<ShapeRepair?> SnapAsync(string parcel, string neighbour, CancellationToken cancellation)
    {
        var moves = await store.FindParcelAsync(parcel, cancellation) ?? throw ShapeRefusals.Missing(parcel);
        var stays = await store.FindParcelAsync(neighbour, cancellation) ?? throw ShapeRefusals.Missing(neighbour);
        return _snap.For(parcel, moves.Shape, neighbour, stays.Shape);
    }

    private ShapeChange Change(string parcel, NetTopologySuite.Geometries.Geometry original, string who, string reason) =>
        new(0, parcel, original, clock.GetUtcNow(), who, reason);
}
