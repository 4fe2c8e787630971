using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Policies.Facts;

namespace Huodi.App.Overlays;

/// <summary>
/// Facts that overlays have measured, for the policies. A parcel wholly inside a layer has the facts that the dictionary measures by it
/// (量算图层). One that lies in it in part is neither inside nor outside for the law, and one without a row may have come after the run: both
/// stay unknown. So do parcels whose shape was replaced after the run. What is recorded goes first.
/// </summary>
public sealed class MeasuredFacts
{
    private readonly Dictionary<string, List<RecordedFact>> _facts = new(StringComparer.Ordinal);

    private MeasuredFacts()
    {
    }

    /// <summary>Reads the newest run of each layer that a fact is measured by.</summary>
    public static async Task<MeasuredFacts> LoadAsync(ILandStore store, FactDictionary dictionary, CancellationToken cancellation)
    {
        var measured = new MeasuredFacts();
        var names = dictionary.All.Where(f => f.MeasuredLayer is not null && f.Type == "boolean").ToLookup(f => f.MeasuredLayer, f => f.Name);
        var layers = await store.ControlLayers.LayersAsync(cancellation).Where(l => names.Contains(l.Name)).ToDictionaryAsync(l => l.Number, cancellationToken: cancellation);
        if (layers.Count == 0) return measured;

        var changes = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var change in store.ShapeHistory.ChangesAsync(null, cancellation)) changes[change.Parcel] = change.ChangedAt;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in await store.ControlLayers.RunsAsync(cancellation).ToListAsync(cancellation))
        {
            var fresh = run.Layers.Where(l => layers.TryGetValue(l, out var layer) && seen.Add(layer.Name)).ToHashSet();
            if (fresh.Count == 0) continue;
            await foreach (var overlap in store.ControlLayers.OverlapsAsync(run.Number, cancellation))
            {
                if (overlap.Share < 1 || !fresh.Contains(overlap.Layer) || (changes.TryGetValue(overlap.Parcel, out var at) && at >= run.RunAt)) continue;
                var source = new FactSource(0, $"第 {run.Number} 次叠加，{layers[overlap.Layer]}", 0, "量算");
                measured.Add(overlap.Parcel, names[layers[overlap.Layer].Name].Select(n => new RecordedFact(n, JsonValue.Create(true), source)));
            }
        }

        return measured;
    }

    /// <summary>The facts of a parcel with what was measured of it and is not recorded.</summary>
    public FactSheet With(string parcel, FactSheet recorded) => _facts.TryGetValue(parcel, out var facts)
        ? new(recorded.All.Concat(facts.Where(f => recorded.Find(f.Name) is null)))
        : recorded;

    private void Add(string parcel, IEnumerable<RecordedFact> facts)
    {
        if (!_facts.TryGetValue(parcel, out var list)) _facts[parcel] = list = [];
        list.AddRange(facts);
    }
}
