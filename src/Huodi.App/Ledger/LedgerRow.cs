using System.Globalization;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>One row of a store's ledger table, with days and moments as text in the one form that the hash is taken over.</summary>
/// <param name="Number">Number.</param>
/// <param name="SubjectKind">parcel, grant or project.</param>
/// <param name="SubjectId">Identity.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Happened">yyyy-MM-dd.</param>
/// <param name="Recorded">yyyy-MM-ddTHH:mm:ss.fffZ.</param>
/// <param name="By">Who.</param>
/// <param name="Document">Document.</param>
/// <param name="DocumentHash">Its hash, or null.</param>
/// <param name="Payload">Fields.</param>
/// <param name="Supersedes">Number superseded, or null.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Hash">Hash in hexadecimal.</param>
public sealed record LedgerRow(
    long Number,
    string SubjectKind,
    string SubjectId,
    string Kind,
    string Happened,
    string Recorded,
    string By,
    string Document,
    string? DocumentHash,
    string Payload,
    long? Supersedes,
    string? Reason,
    string Hash)
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The row that holds an entry.</summary>
    public static LedgerRow Of(LedgerEntry entry) => new(
        entry.Number,
        entry.Subject.Word,
        entry.Subject.Id,
        entry.Kind,
        Day(entry.Happened),
        Moment(entry.Recorded),
        entry.Draft.By,
        entry.Draft.Document.Name,
        entry.Draft.Document.Hash,
        entry.Draft.Payload.Text,
        entry.Draft.Supersedes?.Number,
        entry.Draft.Supersedes?.Reason,
        entry.Hash);

    /// <summary>The day as text.</summary>
    public static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>The moment as text.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture);

    /// <summary>The moment that a text names.</summary>
    /// <exception cref="FormatException">It is not in the one form.</exception>
    public static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(
        text, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>The entry, whatever its hash.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: a cell cannot have been written by a ledger.</exception>
    public LedgerEntry ToEntry()
    {
        try
        {
            var draft = new LedgerDraft(
                new LedgerSubject(LedgerSubject.KindOf(SubjectKind), SubjectId),
                Kind,
                DateOnly.ParseExact(Happened, DayForm, CultureInfo.InvariantCulture),
                By,
                new SourceDocument(Document, DocumentHash),
                LedgerPayload.OfStored(Payload),
                Supersedes is { } number ? new Supersession(number, Reason ?? "") : null);
            if (Supersedes is null && Reason is not null) throw new DomainException("LEDGER_REASON", "有更正理由而没有更正对象。");
            return new(Number, Moment(Recorded), draft, Hash);
        }
        catch (Exception e) when (e is DomainException or FormatException)
        {
            throw new StoreException("STORE_CORRUPT", $"第 {Number} 条登记无法读取（{e.Message}），台账可能被改动，请从备份恢复。", e);
        }
    }
}
