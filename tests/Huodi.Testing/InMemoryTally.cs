using Huodi.App.Imports;
using Huodi.Domain.Facts;

namespace Huodi.Testing;

/// <summary>What becomes of each item of one batch.</summary>
internal sealed class InMemoryTally(long batch)
{
    private readonly List<RefusedRow> _refused = [];

    public long Batch => batch;

    public int Added { get; private set; }

    public int Unchanged { get; private set; }

    public IReadOnlyList<RefusedRow> Refused => _refused;

    public void Keep<T>(SortedDictionary<string, T> stored, string id, T item, Func<T, T, bool> same, string what, int row)
    {
        if (stored.TryAdd(id, item))
        {
            Added++;
        }
        else if (same(stored[id], item))
        {
            Unchanged++;
        }
        else
        {
            _refused.Add(new(row, [], [new(row, "", "STORE_CONFLICT", ImportSeverity.Error, $"{what} {id} 已在库中，内容不同。", "核对哪一份正确。")]));
        }
    }

    public FactSheet Number(FactSheet facts) => new(facts.All.Select(f => f with { Source = f.Source with { Batch = batch } }));
}
