using Huodi.Policies.Packages;

namespace Huodi.Web.Policies;

/// <summary>The list of packages on a day.</summary>
public sealed record PolicyListView(DateOnly Today, IReadOnlyList<PolicyPackage> Packages);
