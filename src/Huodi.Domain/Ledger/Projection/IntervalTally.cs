using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>Beginnings and ends of intervals, matched by the number of the matter.</summary>
internal sealed class IntervalTally(string fact)
{
    private readonly List<(NotePlace Note, string Matter, StatedValue Cause)> _opened = [];
    private readonly List<(NotePlace Note, string Matter)> _closed = [];

    public bool Any => _opened.Count > 0;

    /// <summary>How many notes speak of them.</summary>
    public int Count => _opened.Count + _closed.Count;

    /// <summary>Writes the notes that speak of them.</summary>
    public void Notes(Span<NotePlace> notes)
    {
        for (var i = 0; i < _opened.Count; i++) notes[i] = _opened[i].Note;
        for (var i = 0; i < _closed.Count; i++) notes[_opened.Count + i] = _closed[i].Note;
    }

    public void Clear()
    {
        _opened.Clear();
        _closed.Clear();
    }

    public void Open(NotePlace note, string matter, StatedValue cause) => _opened.Add((note, matter, cause));

    public void Close(NotePlace note, string matter) => _closed.Add((note, matter));

    /// <summary>Why no list can be told, or null: days counted wrongly are worse than none counted.</summary>
    public ProjectionProblem? Problem()
    {
        if (_opened.Count == 0 && _closed.Count == 0) return null;
        foreach (var matter in _opened.Select(o => o.Matter).Concat(_closed.Select(c => c.Matter)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var begins = _opened.Where(o => o.Matter == matter).Select(o => o.Note).ToList();
            var ends = _closed.Where(c => c.Matter == matter).Select(c => c.Note).ToList();
            var wrong = (begins.Count, ends.Count) switch
            {
                (0, _) => $"事项“{matter}”有结束而没有开始",
                ( > 1, _) => $"事项“{matter}”登记了 {begins.Count} 次开始",
                (_, > 1) => $"事项“{matter}”登记了 {ends.Count} 次结束",
                (_, 1) when ends[0].Happened < begins[0].Happened => $"事项“{matter}”的结束（{ends[0].Happened:yyyy-MM-dd}）早于开始（{begins[0].Happened:yyyy-MM-dd}）",
                _ => null,
            };
            if (wrong is null) continue;
            var numbers = begins.Concat(ends).Select(e => e.Number).Order().ToList();
            return new("LEDGER_INTERVAL", fact, numbers, $"“{fact}”无法确定：{wrong}（第 {string.Join("、", numbers)} 条登记）。请核对事项编号，补登或者更正。");
        }

        return null;
    }

    public IReadOnlyList<JsonNode> Items() => _opened.Count == 0 ? [] : _opened.ConvertAll(o => (JsonNode)new JsonObject
    {
        ["原因"] = o.Cause.Node(),
        ["起"] = StatedValue.Of(o.Note.Happened).Node(),
        ["止"] = _closed.Where(c => c.Matter == o.Matter).Select(c => StatedValue.Of(c.Note.Happened).Node()).FirstOrDefault(),
    });
}
