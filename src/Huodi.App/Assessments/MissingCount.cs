namespace Huodi.App.Assessments;

/// <summary>How much one missing fact holds up.</summary>
/// <param name="Name">Fact or parameter, by its Chinese name.</param>
/// <param name="Unlocks">Answers for which it is the only thing missing.</param>
/// <param name="AskedBy">Answers that list it.</param>
public sealed record MissingCount(string Name, int Unlocks, int AskedBy);
