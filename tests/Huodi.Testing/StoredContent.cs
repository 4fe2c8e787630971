using System.Text.Json.Nodes;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.Testing;

/// <summary>Whether two items say the same. Where a fact was read is not part of what it says: the same row in another file is the same row.</summary>
public static class StoredContent
{
    public static bool Same(District a, District b) => a.Code == b.Code && a.Name == b.Name && a.Boundary.EqualsExact(b.Boundary);

    public static bool Same(Parcel a, Parcel b) =>
        a with { Facts = b.Facts, Shape = b.Shape } == b && a.Shape.EqualsExact(b.Shape) && Same(a.Facts, b.Facts);

    public static bool Same(Grant a, Grant b) => a with { Facts = b.Facts } == b && Same(a.Facts, b.Facts);

    public static bool Same(FactSheet a, FactSheet b) =>
        a.All.Count == b.All.Count && a.All.All(f => b.Find(f.Name) is { } other && JsonNode.DeepEquals(f.Value, other.Value));
}
