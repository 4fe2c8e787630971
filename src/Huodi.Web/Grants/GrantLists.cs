using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Web.Assessments;

namespace Huodi.Web.Grants;

/// <summary>Lists grants with the place that is known of each.</summary>
internal sealed class GrantLists(ILandStore store)
{
    /// <summary>All grants, by number, each with its most telling outcome among some columns of a run.</summary>
    public async Task<IReadOnlyList<GrantRow>> AllAsync(
        IReadOnlyList<District> districts, RunIndex? run, string? decision, CancellationToken cancellation)
    {
        var known = districts.Select(d => d.Code).ToHashSet();
        var cities = known.Select(c => c.City).ToHashSet();
        var columns = run?.ColumnsOf(decision) ?? [];
        var rows = new List<GrantRow>();
        await foreach (var grant in store.GrantsAsync(DivisionCode.Country, cancellation))
        {
            var answer = run?.Telling(run.Find(SubjectKind.Grant, grant.Number), columns);
            rows.Add(new GrantRow(grant.Number, grant.Name, grant.Division, grant.DivisionName, PlaceOf(grant, known, cities), answer));
        }

        return rows;
    }

    /// <summary>All loaded districts, by code.</summary>
    public async Task<IReadOnlyList<District>> DistrictsAsync(CancellationToken cancellation)
    {
        var all = new List<District>();
        await foreach (var district in store.DistrictsAsync(cancellation)) all.Add(district);
        return all;
    }

    private static GrantPlace PlaceOf(Grant grant, HashSet<DivisionCode> districts, HashSet<DivisionCode> cities) =>
        grant.ParcelId is not null ? GrantPlace.Parcel
        : districts.Contains(grant.Division) ? GrantPlace.District
        : cities.Contains(grant.Division.City) ? GrantPlace.City
        : GrantPlace.Outside;
}
