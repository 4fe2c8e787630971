using Huodi.App.Assessments;
using Huodi.Policies.Answers;
using Huodi.Web.Grants;
using Huodi.Web.Layout;

namespace Huodi.Web.Map;

/// <summary>Everything the map page shows without its map.</summary>
public sealed record MapView
{
    public required MapFilter Filter { get; init; }

    public required AssessmentRun? Run { get; init; }

    /// <summary>The decision or article shown; null for all together.</summary>
    public required string? Decision { get; init; }

    public required IReadOnlyList<CityChoices> Cities { get; init; }

    public required IReadOnlyList<DecisionChoices> Decisions { get; init; }

    /// <summary>Outcomes with the number of parcels in the chosen district, whatever outcome is chosen.</summary>
    public required IReadOnlyList<(Outcome? Outcome, int Count)> Legend { get; init; }

    public required Paging<ParcelRow> Parcels { get; init; }

    /// <summary>How many of the parcels in the chosen district are demonstration data.</summary>
    public required int Generated { get; init; }

    /// <summary>Grants on no drawn parcel, by district name, with their number.</summary>
    public required IReadOnlyList<(string Code, string Name, int Count)> GrantsByDistrict { get; init; }

    /// <summary>Grants by what is known of their place.</summary>
    public required IReadOnlyDictionary<GrantPlace, int> Grants { get; init; }

    /// <summary>Name of the chosen decision or article, or null.</summary>
    public string? DecisionName =>
        Decisions.SelectMany(d => d.Choices).Where(c => c.Id == Decision).Select(c => c.Words).FirstOrDefault();
}
