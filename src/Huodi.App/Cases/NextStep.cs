using Huodi.Policies.Packages;

namespace Huodi.App.Cases;

/// <summary>What is to be done next in a case.</summary>
/// <param name="Place">Its place, from 1.</param>
/// <param name="Step">The step.</param>
/// <param name="LastDay">The last day for it; null where no article sets one, or where it cannot be worked out.</param>
/// <param name="DaysLeft">Days to it, negative behind it; null without one.</param>
/// <param name="How">How the last day comes about, or why there is none.</param>
/// <param name="Missing">What is missing to work it out.</param>
/// <param name="Documents">What must be at hand now; a document that only some land needs is named with its fact.</param>
public sealed record NextStep(
    int Place, ProcedureStep Step, DateOnly? LastDay, int? DaysLeft, string How, IReadOnlyList<string> Missing, IReadOnlyList<string> Documents);
