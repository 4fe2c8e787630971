using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Facts;

namespace Huodi.Testing;

/// <summary>What becomes of each item of one batch.</summary>
internal sealed class InMemoryTally(long number)
{
    private readonly List<RefusedRow> _refused = [];

    public long Number => number;

    public int Added { get; private set; }

    public int Unchanged { get; private set; }

    public IReadOnlyList<RefusedRow> Refused => _refused;

    public void Keep<T>(
        SortedDictionary<string, T> stored,
        string id,
        T item,
        FactSheet facts,
        Func<T, T, IReadOnlyList<string>> differences,
        string what,
        RowCells? cells)
    {
        if (stored.TryAdd(id, item))
        {
            Added++;
        }
        else if (differences(stored[id], item) is { Count: > 0 } found)
        {
            _refused.Add(IdentityConflict.Refuse($"{what}“{id}”", facts, found, cells));
        }
        else
        {
            Unchanged++;
        }
    }

    public FactSheet Numbered(FactSheet facts) => new(facts.All.Select(f => f with { Source = f.Source with { Batch = number } }));
}
