using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Huodi.Domain.Ledger;

/// <summary>
/// How entries are chained. The canonical form of an entry is the UTF-8 bytes of its thirteen fields as net strings (byte length in
/// decimal, a colon, the bytes, a comma), a field that is absent being a single minus sign and a comma: previous hash, number,
/// subject kind, subject id, kind, day, moment, who, document, document's hash, payload, superseded number, reason.
/// </summary>
public static class LedgerChain
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The entry that follows the head when a draft is recorded.</summary>
    /// <param name="head">The end of the chain.</param>
    /// <param name="draft">What is recorded.</param>
    /// <param name="now">The moment; one that lies before the head's, because a clock was set back, becomes the head's.</param>
    public static LedgerEntry Next(LedgerHead head, LedgerDraft draft, DateTimeOffset now)
    {
        var utc = now.ToUniversalTime();
        var kept = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
        var entry = new LedgerEntry(head.Entries + 1, kept < head.Recorded ? head.Recorded : kept, draft, "");
        return entry with { Hash = HashOf(entry, head.Hash) };
    }

    /// <summary>The head that an entry makes.</summary>
    public static LedgerHead HeadOf(LedgerEntry entry) => new(entry.Number, entry.Hash, entry.Recorded);

    /// <summary>The hash that an entry must have behind one of the given hash.</summary>
    public static string HashOf(LedgerEntry entry, string previous)
    {
        var draft = entry.Draft;
        var form = new CanonicalForm();
        form.Add(previous);
        form.Add(entry.Number.ToString(CultureInfo.InvariantCulture));
        form.Add(draft.Subject.Word);
        form.Add(draft.Subject.Id);
        form.Add(draft.Kind);
        form.Add(draft.Happened.ToString(DayForm, CultureInfo.InvariantCulture));
        form.Add(entry.Recorded.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture));
        form.Add(draft.By);
        form.Add(draft.Document.Name);
        form.Add(draft.Document.Hash);
        form.Add(draft.Payload.Text);
        form.Add(draft.Supersedes?.Number.ToString(CultureInfo.InvariantCulture));
        form.Add(draft.Supersedes?.Reason);
        return form.Hash();
    }

    private sealed class CanonicalForm
    {
        private readonly ArrayBufferWriter<byte> _bytes = new(512);

        public void Add(string? field)
        {
            if (field is null)
            {
                _bytes.Write("-,"u8);
                return;
            }

            var length = Encoding.UTF8.GetByteCount(field);
            _ = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length}:"), _bytes);
            _ = Encoding.UTF8.GetBytes(field, _bytes);
            _bytes.Write(","u8);
        }

        public string Hash() => Convert.ToHexStringLower(SHA256.HashData(_bytes.WrittenSpan));
    }
}
