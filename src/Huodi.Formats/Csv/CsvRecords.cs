using System.Text;

namespace Huodi.Formats.Csv;

/// <summary>
/// Splits CSV (RFC 4180) into records and goes on after a bad one: a quotation mark that is never closed costs its own line, not
/// the rest of the file. That is why no library is used here. Looks ahead a bounded number of lines; blank lines are skipped.
/// </summary>
internal sealed class CsvRecords(TextReader reader, ImportLimits limits, char separator = ',')
{
    private readonly LineReader _lines = new(reader, limits.LineLength);
    private readonly List<(string Text, bool Cut)> _ahead = [];

    public IEnumerable<CsvRecord> Read()
    {
        for (var line = 1; Peek(0) is { } first;)
        {
            var start = line;
            var (cells, used) = first.Cut ? (null, 1) : Split();
            var fault = cells is not null ? CsvFault.None : first.Cut ? CsvFault.TooLong : CsvFault.Quote;
            _ahead.RemoveRange(0, used);
            line += used;
            if (cells is null || !cells.All(string.IsNullOrWhiteSpace)) yield return new(start, cells ?? [first.Text], fault);
        }
    }

    private (string Text, bool Cut)? Peek(int index)
    {
        while (_ahead.Count <= index)
        {
            if (_lines.Next() is not { } next) return null;
            _ahead.Add(next);
        }

        return _ahead[index];
    }

    /// <summary>The cells of the record at the front and the lines it takes; no cells and one line for a quotation fault.</summary>
    private (List<string>? Cells, int Used) Split()
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var text = _ahead[0].Text;
        var used = 1;
        for (var i = 0; ; i++)
        {
            if (i < text.Length && text[i] == '"')
            {
                if (!Quoted(cell, ref text, ref i, ref used) || (i < text.Length && text[i] != separator)) return (null, 1);
            }
            else
            {
                var comma = text.IndexOf(separator, i);
                var end = comma < 0 ? text.Length : comma;
                _ = cell.Append(text, i, end - i);
                i = end;
            }

            cells.Add(cell.ToString());
            _ = cell.Clear();
            if (i >= text.Length) return (cells, used);
        }
    }

    /// <summary>Reads a quoted cell, over several lines if need be, and stops behind its closing mark; false when there is none.</summary>
    private bool Quoted(StringBuilder cell, ref string text, ref int i, ref int used)
    {
        i++;
        while (true)
        {
            var mark = text.IndexOf('"', i);
            _ = cell.Append(text, i, (mark < 0 ? text.Length : mark) - i);
            if (mark < 0)
            {
                if (used >= limits.LinesPerRow || Peek(used) is not { Cut: false } next) return false;
                _ = cell.Append('\n');
                (text, i) = (next.Text, 0);
                used++;
                continue;
            }

            i = mark + 1;
            if (i >= text.Length || text[i] != '"') return true;
            _ = cell.Append('"');
            i++;
        }
    }
}
