
namespace Huodi.Formats.Mappings;

/// <summary>A mapping in lines for the user: what each column is taken for, how sure that is, and what is left over.</summary>
internal static class MappingReport
{
    private const int MostListed = 40;

    public static IEnumerable<string> Lines(LayerMapping mapping, MappingGuess guess, string origin)
    {
        yield return $"字段对应（{origin}）：";
        if (mapping.Id is { } id) yield return $"  编号　　　← {id}";
        if (mapping.Name is { } name) yield return $"  名称　　　← {name}";
        if (mapping.Division is { } division) yield return $"  行政区划　← {division}";
        foreach (var fact in mapping.Facts)
        {
            yield return $"  {fact.Fact} ← {fact.Column}{(fact.Unit is null ? "" : $"（{fact.Unit}）")}"
                + (fact.Confidence < 1 || fact.Ground.Length > 0 ? $"　把握 {fact.Confidence:0.00}，{fact.Ground}" : "");
        }

        foreach (var column in mapping.Unread.Where(c => !guess.IsTechnical(c)).Take(MostListed))
        {
            var candidates = guess.Candidates(column);
            yield return $"  没有对应　{column}{(candidates.Count > 0 ? $"　可能是：{string.Join("、", candidates)}" : "")}";
        }
    }
}
