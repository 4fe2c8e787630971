using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Cases;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Policies.Packages;

namespace Huodi.Policies;

/// <summary>All packages of a folder, compiled, with the fact dictionary. Immutable and safe for use by many threads.</summary>
public sealed class PolicyLibrary
{
    /// <summary>The fact dictionary.</summary>
    public FactDictionary Dictionary => throw new NotSupportedException();

    /// <summary>Packages in id order, national law first.</summary>
    public IReadOnlyList<PolicyPackage> Packages => throw new NotSupportedException();

    /// <summary>Packages whose region contains the division, national law first.</summary>
    public IEnumerable<PolicyPackage> Governing(DivisionCode division) => Packages.Where(p => p.Region.Contains(division));

    /// <summary>Answers one decision. Facts are in the contract's form.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    public PolicyAnswer Evaluate(string decision, JsonObject facts, Question question) => throw new NotSupportedException();

    /// <summary>Answers every decision of every package that governs the division, in package and article order.</summary>
    /// <exception cref="FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    public IReadOnlyList<PolicyAnswer> EvaluateRegion(DivisionCode division, JsonObject facts, Question question) => throw new NotSupportedException();

    /// <summary>Runs the worked cases of a package.</summary>
    public IReadOnlyList<CaseResult> RunCases(PolicyPackage package) => throw new NotSupportedException();
}
