using System.Text;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.App.Ledger.Stretches;

/// <summary>Gathers the rows of a store, which come by subject and number, into stretches.</summary>
/// <param name="decode">Reads a whole entry out of a row.</param>
public sealed class StretchBuilder(Func<ReadOnlyMemory<byte>, LedgerEntry> decode)
{
    /// <summary>Subjects of one stretch.</summary>
    public const int MostSubjects = 256;

    private const int LongestKind = 256;

    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly List<LedgerNote> _notesNow = [];
    private readonly List<ReadOnlyMemory<byte>> _rowsNow = [];
    private List<LedgerSubject> _subjects = [];
    private List<LedgerNote[]> _notes = [];
    private List<ReadOnlyMemory<byte>[]> _rows = [];
    private ReadOnlyMemory<byte> _kind;
    private ReadOnlyMemory<byte> _id;

    /// <summary>Takes a row.</summary>
    /// <param name="kind">The subject's kind, UTF-8; like the following two it must stay as it is.</param>
    /// <param name="id">The subject's identity, UTF-8.</param>
    /// <param name="note">The note; its kind is given apart.</param>
    /// <param name="entryKind">The kind of the entry, UTF-8.</param>
    /// <param name="row">The whole row.</param>
    /// <returns>A stretch that is complete with what came before; else null.</returns>
    /// <exception cref="StoreException">STORE_CORRUPT: the subject cannot have been written by a ledger.</exception>
    public LedgerStretch? Add(ReadOnlyMemory<byte> kind, ReadOnlyMemory<byte> id, LedgerNote note, ReadOnlySpan<byte> entryKind, ReadOnlyMemory<byte> row)
    {
        LedgerStretch? complete = null;
        if (_notesNow.Count == 0 || !id.Span.SequenceEqual(_id.Span) || !kind.Span.SequenceEqual(_kind.Span))
        {
            EndSubject();
            if (_subjects.Count == MostSubjects) complete = Complete();
            _subjects.Add(Subject(note.Number, kind.Span, id.Span));
            (_kind, _id) = (kind, id);
        }

        _notesNow.Add(note with { Kind = Kind(entryKind) });
        _rowsNow.Add(row);
        return complete;
    }

    /// <summary>The stretch of what was taken since the last one; null when nothing was.</summary>
    public LedgerStretch? Finish()
    {
        EndSubject();
        return _subjects.Count == 0 ? null : Complete();
    }

    private void EndSubject()
    {
        if (_notesNow.Count == 0) return;
        _notes.Add([.. _notesNow]);
        _rows.Add([.. _rowsNow]);
        _notesNow.Clear();
        _rowsNow.Clear();
    }

    private LedgerStretch Complete()
    {
        var rows = _rows;
        var stretch = new LedgerStretch(_subjects, _notes, (subject, note) => decode(rows[subject][note]));
        (_subjects, _notes, _rows) = (new(MostSubjects), new(MostSubjects), new(MostSubjects));
        return stretch;
    }

    private static LedgerSubject Subject(long number, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> id)
    {
        try
        {
            return new(LedgerSubject.KindOf(Encoding.UTF8.GetString(kind)), Encoding.UTF8.GetString(id));
        }
        catch (DomainException e)
        {
            throw new StoreException("STORE_CORRUPT", $"第 {number} 条登记无法读取（{e.Message}），台账可能被改动，请从备份恢复。", e);
        }
    }

    /// <summary>One string for each kind.</summary>
    private string Kind(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[LongestKind];
        if (!Encoding.UTF8.TryGetChars(utf8, text, out var length)) return Encoding.UTF8.GetString(utf8);
        if (_kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out var known)) return known;
        return _kinds[text[..length].ToString()] = text[..length].ToString();
    }
}
