using System.Collections.Frozen;

namespace Huodi.Domain.Ledger.Kinds;

/// <summary>Events that a step of a case records, and a kind of its own where there is no case: one event, one source (ADR 0079).</summary>
/// <param name="Step">English identifier of the kind of the steps.</param>
/// <param name="Kinds">English identifiers of the kinds that tell the same, by fact.</param>
/// <param name="Running">Facts that say that such a procedure runs: what happened before one ended and the next began is another event.</param>
/// <param name="Opened">The fact with the day on which a case was opened.</param>
public sealed record TwiceRecorded(string Step, FrozenDictionary<string, FrozenSet<string>> Kinds, IReadOnlyList<string> Running, string Opened)
{
    /// <summary>Facts of which every entry is kept, not the latest alone.</summary>
    internal IEnumerable<string> Watched => Running.Append(Opened).Concat(Kinds.Keys);

    /// <summary>How an entry of a kind tells a fact.</summary>
    internal Told How(string kind, string fact) =>
        !Kinds.TryGetValue(fact, out var kinds) ? Told.Alone : kind == Step ? Told.ByStep : kinds.Contains(kind) ? Told.ByKind : Told.Alone;
}
