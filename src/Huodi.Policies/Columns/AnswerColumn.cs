using Huodi.Policies.Answers;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>The answers of one decision for the subjects of a block. Immutable.</summary>
public sealed class AnswerColumn
{
    private readonly CodeColumn _codes;
    private readonly IReadOnlyList<AnswerClass> _classes;
    private readonly OwnValues _own;
    private readonly RowSet? _asked;

    internal AnswerColumn(Decision decision, PolicyPackage package, CodeColumn codes, IReadOnlyList<AnswerClass> classes, OwnValues own, RowSet? asked) =>
        (Decision, Package, _codes, _classes, _own, _asked) = (decision, package, codes, classes, own, asked);

    /// <summary>The decision.</summary>
    public Decision Decision { get; }

    /// <summary>Its package.</summary>
    public PolicyPackage Package { get; }

    /// <summary>How many subjects the block has.</summary>
    public int Count => _codes.Count;

    /// <summary>Whether the package governs where the subject lies. Where it does not, the answer is nobody's.</summary>
    public bool IsAsked(int row) => _asked?.Contains(row) ?? true;

    /// <summary>How the question ended for the subject.</summary>
    public Outcome Outcome(int row) => this[row].Outcome;

    /// <summary>What the subject is told together with others.</summary>
    public AnswerClass this[int row] => _classes[_codes[row]];

    /// <summary>The subject's value, rounded as the answer gives it; null unless the outcome is a value.</summary>
    public FeelValue? Value(int row) => _own.At(row) ?? this[row].Value;

    /// <summary>The subject's value where it is a number, without making an object; else null.</summary>
    public decimal? Number(int row) => _own.Number(row) ?? (this[row].Value is { Kind: FeelKind.Number } value ? value.AsNumber() : null);

    /// <summary>How many of the subjects that are asked are told what; only what somebody is told.</summary>
    public IReadOnlyList<KeyValuePair<AnswerClass, int>> Counts()
    {
        var counts = new int[_classes.Count];
        for (var row = 0; row < Count; row++)
        {
            if (IsAsked(row)) counts[_codes[row]]++;
        }

        return [.. _classes.Select((c, i) => KeyValuePair.Create(c, counts[i])).Where(c => c.Value > 0)];
    }
}
