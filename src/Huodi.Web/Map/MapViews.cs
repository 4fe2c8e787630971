using Huodi.App.Stores;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Explaining;
using Huodi.Web.Assessments;
using Huodi.Web.Grants;
using Huodi.Web.Layout;

namespace Huodi.Web.Map;

/// <summary>Puts the map page together.</summary>
internal sealed class MapViews(ILandStore store, PolicyLibrary policies, GrantLists grants)
{
    private const int PageSize = 12;

    /// <summary>The page for a filter and the run it names.</summary>
    public async Task<MapView> BuildAsync(MapFilter filter, RunIndex? index, CancellationToken cancellation)
    {
        var districts = await grants.DistrictsAsync(cancellation);
        var parcels = await ParcelsAsync(filter, index, districts, cancellation);
        var allGrants = await grants.AllAsync(districts, index, filter.DecisionIn(index), cancellation);
        var names = districts.ToDictionary(d => d.Code, d => d.Name);
        return new MapView
        {
            Filter = filter,
            Run = index?.Run,
            Decision = filter.DecisionIn(index),
            Cities = CityChoices.Of(districts),
            Decisions = DecisionChoices.Of(index, policies),
            Legend = [.. parcels.GroupBy(p => p.Outcome).OrderBy(g => Rank(g.Key)).Select(g => (g.Key, g.Count()))],
            Parcels = Pages.Cut<ParcelRow>([.. parcels.Where(p => filter.Wants(p.Outcome)).OrderBy(p => Rank(p.Outcome))], filter.Page, PageSize),
            Generated = parcels.Count(p => p.IsGenerated),
            Grants = allGrants.GroupBy(g => g.Place).ToDictionary(g => g.Key, g => g.Count()),
            GrantsByDistrict =
            [
                .. allGrants.Where(g => g.Place == GrantPlace.District).GroupBy(g => g.Division).OrderBy(g => g.Key.Digits, StringComparer.Ordinal)
                    .Select(g => (g.Key.Digits, names[g.Key], g.Count())),
            ],
        };
    }

    private async Task<List<ParcelRow>> ParcelsAsync(
        MapFilter filter, RunIndex? index, IReadOnlyList<District> districts, CancellationToken cancellation)
    {
        var names = districts.ToDictionary(d => d.Code, d => d.Name);
        var columns = index?.ColumnsOf(filter.DecisionIn(index)) ?? [];
        var rows = new List<ParcelRow>();
        await foreach (var parcel in store.ParcelsAsync(filter.Region, cancellation))
        {
            var answer = index?.Telling(index.Find(SubjectKind.Parcel, parcel.Id), columns);
            rows.Add(new ParcelRow(
                parcel.Id, parcel.Name, names.GetValueOrDefault(parcel.Division) ?? parcel.Division.Digits, Area(parcel), parcel.IsGenerated, answer));
        }

        return rows;
    }

    private static string Area(Parcel parcel) => parcel.Facts.Find("宗地面积") is { } fact ? Figures.Of(fact.Value, "㎡").Also : "";

    private static int Rank(Outcome? outcome) => outcome is { } some ? TellingOrder.Rank(some) : int.MaxValue;
}
