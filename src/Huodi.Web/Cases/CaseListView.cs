using Huodi.App.Cases;

namespace Huodi.Web.Cases;

/// <summary>The cases of a store.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="All">Whether closed and ended ones are listed too.</param>
/// <param name="Step">Only those whose next step it is; empty for all.</param>
/// <param name="Cases">Those listed, by last day.</param>
/// <param name="Steps">Next steps of those that run, with how many wait for each.</param>
public sealed record CaseListView(
    DateOnly AsOf, bool All, string Step, IReadOnlyList<(CaseFile File, NextStep? Next)> Cases, IReadOnlyList<(string Step, int Count)> Steps);
