using Huodi.Policies;
using Huodi.Policies.Packages;

namespace Huodi.App.Laboratory;

/// <summary>One side of a comparison: a law as it is, as it was, or as somebody supposes it.</summary>
/// <param name="Name">What it is called in reports, for example <c>dalian-2025</c>, with what is supposed.</param>
/// <param name="Library">The library that answers.</param>
/// <param name="Packages">The packages compared, all of the library.</param>
public sealed record PolicySide(string Name, PolicyLibrary Library, IReadOnlyList<PolicyPackage> Packages);
