using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>What the parts of a decision answer for one subject, in the order the package declares them.</summary>
internal interface IDecisionParts
{
    /// <summary>Names whose values are known and could be at fault for an error; parameters are not among them.</summary>
    IEnumerable<string> KnownNames { get; }

    Answer Applies(int index);

    Answer Condition(int index);

    /// <summary>What the result or the table gives; not asked of an eligibility question.</summary>
    Answer Value();

    Answer Needed(int index);

    Answer Found(int index);
}
