using Huodi.Domain.Approvals;
using Huodi.Domain.Measures;
using NetTopologySuite.Geometries;

namespace Huodi.App.Approvals;

/// <summary>An approved batch and what was supplied of it, by shape, with what is not known of it.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Measured">Area of its shape.</param>
/// <param name="Supplied">Area that supplied parcels cover.</param>
/// <param name="Unclear">Area under parcels of which nobody recorded whether they were supplied; counted neither way.</param>
/// <param name="Remainder">What no parcel covers, or null when there is nothing.</param>
/// <param name="RemainderArea">Its area.</param>
/// <param name="Doubts">What makes the figures uncertain, in words.</param>
public sealed record BatchBalance(
    ApprovalBatch Batch, Area Measured, Area Supplied, Area Unclear, Geometry? Remainder, Area RemainderArea, IReadOnlyList<string> Doubts);
