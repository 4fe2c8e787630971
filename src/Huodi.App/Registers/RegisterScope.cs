using Huodi.App.Assessments;
using Huodi.Domain.Codes;
using Huodi.Policies.Registers;

namespace Huodi.App.Registers;

/// <summary>What is drafted: which register, for which land, on which day, with which assessment.</summary>
/// <param name="Definition">The register.</param>
/// <param name="Region">The land.</param>
/// <param name="AsOf">The day it stands for.</param>
/// <param name="Run">The assessment its candidates come from; null uses facts and findings only.</param>
public sealed record RegisterScope(RegisterDefinition Definition, DivisionCode Region, DateOnly AsOf, AssessmentRun? Run);
