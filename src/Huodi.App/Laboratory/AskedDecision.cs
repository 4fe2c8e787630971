using Huodi.Policies.Packages;

namespace Huodi.App.Laboratory;

/// <summary>A decision and the package it stands in.</summary>
/// <param name="Package">The package.</param>
/// <param name="Decision">The decision.</param>
public sealed record AskedDecision(PolicyPackage Package, Decision Decision);
