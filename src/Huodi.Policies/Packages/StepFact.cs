namespace Huodi.Policies.Packages;

/// <summary>A fact that a step of a procedure sets from its day on.</summary>
/// <param name="Fact">Name in the dictionary.</param>
/// <param name="Value"><see cref="Day"/>, or a value as JSON text.</param>
/// <param name="Outcome">The outcome that sets it; empty for every outcome.</param>
public sealed record StepFact(string Fact, string Value, string Outcome)
{
    /// <summary>The word for the day of the step.</summary>
    public const string Day = "发生日";
}
