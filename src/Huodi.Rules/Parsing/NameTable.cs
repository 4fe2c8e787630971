namespace Huodi.Rules.Parsing;

/// <summary>
/// The names that are visible where the parser stands, found by longest match. Names pushed later are forgotten first; those of
/// <paramref name="outer"/>, which many texts share, stay.
/// </summary>
internal sealed class NameTable(bool strict, NameTable? outer = null)
{
    private readonly Dictionary<char, List<string>> byFirst = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Stack<string> pushed = new();

    /// <summary>A table of many names, made at once.</summary>
    public static NameTable Of(bool strict, IEnumerable<string> names)
    {
        var table = new NameTable(strict);
        foreach (var name in names)
        {
            if (name.Length == 0 || !table.counts.TryAdd(name, 1)) continue;
            if (!table.byFirst.TryGetValue(name[0], out var same)) table.byFirst[name[0]] = same = [];
            same.Add(name);
        }

        foreach (var same in table.byFirst.Values) same.Sort((a, b) => b.Length - a.Length);
        return table;
    }

    /// <summary>A mark to return to.</summary>
    public int Mark => pushed.Count;

    public IEnumerable<string> Names => outer is null ? counts.Keys : outer.Names.Union(counts.Keys);

    public bool Contains(string name) => counts.ContainsKey(name) || outer?.Contains(name) == true;

    public void Push(string name)
    {
        if (name.Length == 0) return;
        pushed.Push(name);
        counts[name] = counts.GetValueOrDefault(name) + 1;
        if (counts[name] > 1) return;
        if (!byFirst.TryGetValue(name[0], out var names)) byFirst[name[0]] = names = [];
        var at = names.FindIndex(n => n.Length < name.Length);
        names.Insert(at < 0 ? names.Count : at, name);
    }

    public void PopTo(int mark)
    {
        while (pushed.Count > mark)
        {
            var name = pushed.Pop();
            if (--counts[name] > 0) continue;
            _ = counts.Remove(name);
            _ = byFirst[name[0]].Remove(name);
        }
    }

    /// <summary>The longest name at <paramref name="position"/> and the position behind it; null where none begins there.</summary>
    public string? Match(string text, int position, out int end)
    {
        end = position;
        var best = outer?.Match(text, position, out end);
        if (position >= text.Length || !byFirst.TryGetValue(text[position], out var names)) return best;
        foreach (var name in names)
        {
            var behind = MatchAt(text, position, name, !strict);
            if (behind > end) (best, end) = (name, behind);
        }

        return best;
    }

    /// <summary>
    /// The position behind <paramref name="name"/> if it is written at <paramref name="position"/>, or −1. A space in the name stands for
    /// any run of spaces; when <paramref name="loose"/>, spaces may also surround the signs in it.
    /// </summary>
    public static int MatchAt(string text, int position, string name, bool loose)
    {
        var at = position;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (FeelChars.IsSpace(c))
            {
                var from = at;
                while (at < text.Length && FeelChars.IsSpace(text[at])) at++;
                if (at == from) return -1;
                continue;
            }

            if (loose && i > 0 && (FeelChars.IsNameSign(c) || FeelChars.IsNameSign(name[i - 1])))
            {
                while (at < text.Length && FeelChars.IsSpace(text[at])) at++;
            }

            if (at >= text.Length || text[at] != c) return -1;
            at++;
        }

        return at < text.Length && FeelChars.IsNamePart(text[at]) && FeelChars.IsNamePart(text[at - 1]) ? -1 : at;
    }
}
