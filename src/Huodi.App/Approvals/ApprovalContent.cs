using System.Text.Json.Nodes;
using Huodi.Domain.Approvals;
using Huodi.Domain.Facts;
using NetTopologySuite.Geometries;

namespace Huodi.App.Approvals;

/// <summary>Whether two batches of one number say the same. Sources do not count.</summary>
public static class ApprovalContent
{
    /// <summary>The layer of the import that batches come with.</summary>
    public const string Layer = "approval-batches";

    /// <summary>Whether they are the same.</summary>
    public static bool Same(ApprovalBatch stored, ApprovalBatch incoming) =>
        stored.Name == incoming.Name && stored.Division == incoming.Division && stored.ApprovedOn == incoming.ApprovedOn
        && stored.ApprovedArea == incoming.ApprovedArea && Same(stored.Shape, incoming.Shape) && Same(stored.Facts, incoming.Facts);

    private static bool Same(Geometry stored, Geometry incoming) =>
        stored.NumGeometries == incoming.NumGeometries
        && Enumerable.Range(0, stored.NumGeometries).All(n => stored.GetGeometryN(n).EqualsExact(incoming.GetGeometryN(n)));

    private static bool Same(FactSheet stored, FactSheet incoming) =>
        stored.All.Concat(incoming.All).All(f => JsonNode.DeepEquals(stored.Find(f.Name)?.Value, incoming.Find(f.Name)?.Value));
}
