using Huodi.Policies.Answers;

namespace Huodi.Policies.Packages;

/// <summary>A finding the law leaves to somebody, and when it is needed.</summary>
/// <param name="Finding">What, by whom, and the fact that records it.</param>
/// <param name="When">FEEL condition, or null for always.</param>
/// <param name="OnlyIfKnown">True when a condition that cannot be decided means that the finding is not needed, instead of asking for its facts.</param>
public sealed record FindingRule(Determination Finding, string? When, bool OnlyIfKnown);
