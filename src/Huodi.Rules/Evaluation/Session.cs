using Huodi.Rules.Evaluation.Traced;

namespace Huodi.Rules.Evaluation;

/// <summary>One evaluation: the facts it reads, each once, and what it may spend.</summary>
internal sealed class Session
{
    private readonly FeelValue?[] slots;
    private readonly IFacts? facts;
    private readonly IReadOnlyList<string> names;

    public Session(IReadOnlyList<string> names, IFacts facts, Budget budget, Tracer? tracer)
    {
        (this.names, this.facts, Budget, Tracer) = (names, facts, budget, tracer);
        slots = names.Count == 0 ? [] : new FeelValue?[names.Count];
    }

    /// <summary>Facts that are already in the order of the names; null stands for a missing one.</summary>
    public Session(IReadOnlyList<string> names, FeelValue?[] values, Budget budget) =>
        (this.names, slots, Budget) = (names, values, budget);

    public Budget Budget { get; }

    public Tracer? Tracer { get; }

    /// <summary>Whether a function was made that may outlive the evaluation and read the session afterwards.</summary>
    public bool IsHeld { get; set; }

    public FeelValue Fact(int slot) => slots[slot] ?? Fetch(slot);

    private FeelValue Fetch(int slot) =>
        slots[slot] = facts is null ? new MissingValue([names[slot]]) : facts.Get(names[slot]).ToValue();
}
