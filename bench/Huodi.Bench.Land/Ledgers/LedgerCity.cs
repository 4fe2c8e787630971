using System.Text;
using Huodi.Domain.Ledger;

namespace Huodi.Bench.Land.Ledgers;

/// <summary>The ledger of a city, made up: grants with about a dozen entries each, recorded in the order of their days, as offices do, so that the
/// entries about one grant lie far apart. One entry in a hundred is corrected afterwards, one in a thousand withdrawn.</summary>
internal sealed class LedgerCity
{
    private static readonly SourceDocument[] Documents = [.. Enumerable.Range(0, 1000).Select(n => new SourceDocument($"国有建设用地档案〔2026〕第{n:0000}号"))];
    private static readonly string[] Clerks = ["张登记", "李登记", "王登记"];

    private readonly List<string> _kinds = [];
    private readonly List<byte[]> _pieces = [new byte[Piece]];
    private readonly List<Event> _events = [];
    private int[] _order = [];
    private int _used;

    private const int Piece = 1 << 24;

    /// <summary>Makes it up.</summary>
    /// <param name="grants">How many grants.</param>
    public LedgerCity(int grants)
    {
        var life = new GrantLife();
        for (var grant = 0; grant < grants; grant++)
        {
            life.Take(grant);
            foreach (var one in life.Events) Keep(grant, one);
        }

        Sort();
    }

    /// <summary>How many entries there are before any correction.</summary>
    public int Count => _events.Count;

    /// <summary>The entries in the order in which they are recorded.</summary>
    public async IAsyncEnumerable<LedgerDraft> Drafts()
    {
        await Task.CompletedTask;
        foreach (var at in _order) yield return Draft(_events[at], null, null);
    }

    /// <summary>The corrections; the first entry of the store was number 1.</summary>
    public IEnumerable<LedgerDraft> Corrections()
    {
        for (var i = 17; i < _order.Length; i += 91)
        {
            var one = _events[_order[i]];
            yield return i % 10 == 0
                ? Draft(one with { Length = 0 }, EffectiveEntries.Withdrawal, new(i + 1, "重复登记"))
                : Draft(one with { Day = (ushort)(one.Day - 3) }, null, new(i + 1, "日期登错"));
        }
    }

    /// <summary>Checks some of the entries as an import would.</summary>
    /// <exception cref="InvalidDataException">The city would not be let in.</exception>
    public void Check(Huodi.App.Ledger.EntryCheck check)
    {
        foreach (var at in _order.GroupBy(at => _events[at].Kind).SelectMany(g => g.Take(300)))
        {
            var draft = Draft(_events[at], null, null);
            if (check.Check(draft, DateOnly.MaxValue) is [var fault, ..]) throw new InvalidDataException($"{draft.Kind}: {fault.Message}");
            if (LedgerPayload.Of(draft.Payload.Fields()) != draft.Payload) throw new InvalidDataException($"{draft.Kind}: {LedgerPayload.Of(draft.Payload.Fields()).Text}");
        }
    }

    private LedgerDraft Draft(Event one, string? kind, Supersession? supersedes) => new(
        new(LedgerSubjectKind.Grant, GrantLife.Number(one.Grant)),
        kind ?? _kinds[one.Kind],
        DateOnly.FromDayNumber(Origin + one.Day),
        Clerks[one.Grant % Clerks.Length],
        Documents[one.Offset % Documents.Length],
        one.Length == 0 ? LedgerPayload.Empty : LedgerPayload.OfStored(Encoding.UTF8.GetString(_pieces[one.Piece], one.Offset, one.Length)),
        supersedes);

    private static readonly int Origin = new DateOnly(2009, 1, 1).DayNumber;

    private void Keep(int grant, LifeEvent one)
    {
        if (_used + (one.Fields.Length * 3) > Piece)
        {
            _pieces.Add(new byte[Piece]);
            _used = 0;
        }

        var kind = _kinds.IndexOf(one.Kind);
        if (kind < 0)
        {
            kind = _kinds.Count;
            _kinds.Add(one.Kind);
        }

        var length = Encoding.UTF8.GetBytes(one.Fields, _pieces[^1].AsSpan(_used));
        _events.Add(new(grant, (ushort)(one.Day - Origin), (byte)kind, (ushort)length, (ushort)(_pieces.Count - 1), _used));
        _used += length;
    }

    /// <summary>By day; what happened on one day stays in the order of the grants.</summary>
    private void Sort()
    {
        var ends = new int[ushort.MaxValue + 2];
        foreach (var one in _events) ends[one.Day + 1]++;
        for (var day = 1; day < ends.Length; day++) ends[day] += ends[day - 1];
        _order = new int[_events.Count];
        for (var i = 0; i < _order.Length; i++) _order[ends[_events[i].Day]++] = i;
    }

    private readonly record struct Event(int Grant, ushort Day, byte Kind, ushort Length, ushort Piece, int Offset);
}
