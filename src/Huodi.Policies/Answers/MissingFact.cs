namespace Huodi.Policies.Answers;

/// <summary>A fact or parameter that would decide the question.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="IsParameter">True for a parameter of the law that no authority has set yet.</param>
/// <param name="Office">Who has it or sets it.</param>
public sealed record MissingFact(string Name, bool IsParameter, string Office);
