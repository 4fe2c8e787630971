namespace Huodi.Policies.Ledger;

/// <summary>A state that articles decide.</summary>
/// <param name="State">疑似闲置, 疑似低效 or 闲置存量土地.</param>
/// <param name="Decisions">Decisions of which one that is met makes the state.</param>
/// <param name="Local">Decisions of single places on the same question: where one of them is in force, it and not those of <paramref name="Decisions"/> tells.</param>
/// <param name="Note">What the state does not mean; may be empty.</param>
public sealed record StateRule(string State, IReadOnlyList<string> Decisions, IReadOnlyList<string> Local, string Note)
{
    /// <summary>All decisions that are asked.</summary>
    public IEnumerable<string> Asked => Decisions.Concat(Local);
}
