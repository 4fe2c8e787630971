namespace Huodi.Policies.Answers;

/// <summary>A finding the law leaves to somebody.</summary>
/// <param name="Subject">What is to be found.</param>
/// <param name="Authority">By whom.</param>
/// <param name="Fact">The fact that records the finding, by dictionary name.</param>
/// <param name="Evidence">On what evidence; empty when the law does not say.</param>
public sealed record Determination(string Subject, string Authority, string Fact, string Evidence);
