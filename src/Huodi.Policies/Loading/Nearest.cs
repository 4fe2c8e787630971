namespace Huodi.Policies.Loading;

/// <summary>The name somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>A remedy that names the nearest known name, or says where the names are.</summary>
    public static string Hint(string name, IEnumerable<string> known) => Find(name, known) is { } near
        ? $"是否为“{near}”？"
        : $"先在 policies/{FactDictionaryReader.FileName} 里定义，或改用其中已有的名称。";

    private static string? Find(string name, IEnumerable<string> known)
    {
        var (best, distance) = known.Select(k => (k, Distance(name, k))).OrderBy(p => p.Item2).ThenBy(p => p.k, StringComparer.Ordinal).FirstOrDefault();
        return best is not null && distance <= Math.Max(1, name.Length / 2) ? best : null;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}
