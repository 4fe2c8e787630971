namespace Huodi.Domain.Quality;

/// <summary>The findings about one shape. Of each kind the first few are listed and the rest counted, so that a hostile shape stays small.</summary>
internal sealed class FindingList
{
    private const int ListedOfAKind = 20;

    private readonly List<QualityFinding> _listed = [];
    private readonly Dictionary<string, (QualityKind Kind, int Count)> _counts = new(StringComparer.Ordinal);

    public void Add(QualityKind kind, string message, QualityPlace? place, params IReadOnlyList<QualityFigure> figures)
    {
        var count = _counts.GetValueOrDefault(kind.Code).Count + 1;
        _counts[kind.Code] = (kind, count);
        if (count <= ListedOfAKind) _listed.Add(new(kind, message, place, figures));
    }

    public IReadOnlyList<QualityFinding> Build()
    {
        foreach (var (kind, count) in _counts.Values.Where(c => c.Count > ListedOfAKind))
        {
            var rest = count - ListedOfAKind;
            _listed.Add(new(kind, $"{kind.Title}另有 {rest} 处，没有逐一列出。", null, [new("另有", rest, "处")]));
        }

        return _listed;
    }
}
