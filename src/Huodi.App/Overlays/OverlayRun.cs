using Huodi.Domain.Codes;

namespace Huodi.App.Overlays;

/// <summary>One overlay of the parcels of a region with control layers.</summary>
/// <param name="Number">Number in the store; 0 while it is not saved.</param>
/// <param name="RunAt">Moment of the run, UTC.</param>
/// <param name="Region">Which parcels were measured.</param>
/// <param name="Layers">Numbers of the layer versions, in their order.</param>
/// <param name="Parcels">How many parcels were measured; those without an overlap have no row.</param>
public sealed record OverlayRun(long Number, DateTimeOffset RunAt, DivisionCode Region, IReadOnlyList<long> Layers, int Parcels);
