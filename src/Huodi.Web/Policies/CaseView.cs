using Huodi.Policies.Cases;
using Huodi.Policies.Explaining;
using Huodi.Policies.Facts;

namespace Huodi.Web.Policies;

/// <summary>One worked case and how its answer came about.</summary>
public sealed record CaseView(CaseResult Result, Explanation Explanation, FactDictionary Dictionary);
