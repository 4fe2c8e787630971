using Huodi.App.Assessments;
using Huodi.Policies.Registers;

namespace Huodi.App.Registers;

/// <summary>An answer of an assessment that a rule of the register counts.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Grant">电子监管号 when the answer is about a grant on the parcel; null when it is about the land itself.</param>
internal sealed record RegisterHit(RegisterRule Rule, VerdictLine Verdict, string? Grant);
