using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.App.Ledger.Stretches;

/// <summary>A stretch of the ledger in the order of its subjects: whole subjects, each with what facts depend on. Immutable.</summary>
public sealed class LedgerStretch
{
    private readonly IReadOnlyList<LedgerSubject> _subjects;
    private readonly IReadOnlyList<LedgerNote[]> _notes;
    private readonly Func<int, int, LedgerEntry> _entry;

    /// <summary>Takes the subjects.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="notes">For each its notes, in number order.</param>
    /// <param name="entry">Reads a whole entry by the places of its subject and its note.</param>
    public LedgerStretch(IReadOnlyList<LedgerSubject> subjects, IReadOnlyList<LedgerNote[]> notes, Func<int, int, LedgerEntry> entry) =>
        (_subjects, _notes, _entry) = (subjects, notes, entry);

    /// <summary>How many subjects there are.</summary>
    public int Count => _subjects.Count;

    /// <summary>A subject.</summary>
    public LedgerSubject Subject(int subject) => _subjects[subject];

    /// <summary>The notes about a subject, in number order; at least one.</summary>
    public ReadOnlySpan<LedgerNote> Notes(int subject) => _notes[subject];

    /// <summary>A whole entry about a subject.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="note">The place of its note among the subject's.</param>
    /// <exception cref="Stores.StoreException">STORE_CORRUPT: the row cannot have been written by a ledger.</exception>
    public LedgerEntry Entry(int subject, int note) => _entry(subject, note);
}
