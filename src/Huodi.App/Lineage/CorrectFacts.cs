using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Lineage;
using Huodi.Policies;
using Huodi.Policies.Facts;

namespace Huodi.App.Lineage;

/// <summary>Corrects recorded facts of a parcel, each with what stood there before.</summary>
public sealed class CorrectFacts(ILandStore store, PolicyLibrary policies, TimeProvider time)
{
    /// <summary>Corrects those that differ; none when all are as asked already.</summary>
    /// <param name="parcel">Its id.</param>
    /// <param name="values">Names and values in the contract's form; null makes a fact unknown.</param>
    /// <param name="day">Day of the correction.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="document">The document it rests on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="FactsException">A name is not in the dictionary, or a value is not of its type.</exception>
    /// <exception cref="StoreException">PARCEL_GONE, FACT_MOVED_ON. Nothing was changed.</exception>
    public async Task<IReadOnlyList<ParcelCorrection>> CorrectAsync(
        string parcel, JsonObject values, DateOnly day, string by, string document, string reason, CancellationToken cancellation)
    {
        foreach (var (name, value) in values)
        {
            var fact = policies.Dictionary.Find(name)
                ?? throw new FactsException("FACT_UNKNOWN", name, $"事实词典里没有“{name}”。", "用 policies/facts.yaml 里的名称。");
            _ = FactValues.Read(value, fact);
        }

        var stored = await store.FindParcelAsync(parcel, cancellation) is { RetiredBy: null } found ? found : throw LineageWords.Gone(parcel);
        var corrections = values
            .Select(v => (Name: v.Key, Before: stored.Facts.Find(v.Key)?.Value, After: v.Value))
            .Where(v => !JsonNode.DeepEquals(v.Before, v.After))
            .Select(v => new ParcelCorrection
            {
                Parcel = parcel,
                Fact = v.Name,
                Before = v.Before?.DeepClone(),
                After = v.After?.DeepClone(),
                Day = day,
                RecordedAt = time.GetUtcNow(),
                By = by,
                Document = document,
                Reason = reason,
            })
            .ToList();
        return corrections.Count == 0 ? [] : await store.Lineage.CorrectAsync(corrections, cancellation);
    }
}
