using System.Text.Json.Nodes;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Policies.Facts;
using Huodi.Policies.Lineage;

namespace Huodi.App.Lineage;

/// <summary>Which facts of the parcels before a change hold for a parcel after it, and which are to be stated anew.</summary>
/// <param name="profile">Facts and units that never carry over.</param>
/// <param name="dictionary">Units of facts.</param>
internal sealed class FactSuccession(ParcelChangeProfile profile, FactDictionary dictionary)
{
    /// <summary>
    /// The successor's sheet: what was stated for it, then what carries over with its own source. A fact carries over when the profile
    /// allows it and every parcel before the change has it with the same value.
    /// </summary>
    public (FactSheet Facts, IReadOnlyList<string> Carried, IReadOnlyList<string> ToRestate) Of(IReadOnlyList<Parcel> before, FactSheet stated)
    {
        var (carried, restate) = (new List<RecordedFact>(), new List<string>());
        foreach (var name in before.SelectMany(p => p.Facts.All).Select(f => f.Name).Distinct(StringComparer.Ordinal))
        {
            if (stated.Find(name) is not null) continue;
            var known = before.Select(p => p.Facts.Find(name)).ToList();
            if (Carries(name) && known.TrueForAll(f => f is not null && JsonNode.DeepEquals(f.Value, known[0]!.Value))) carried.Add(known[0]!); // Not null, as just said.
            else restate.Add(name);
        }

        return (new(stated.All.Concat(carried)), [.. carried.Select(f => f.Name)], restate);
    }

    private bool Carries(string name) =>
        !profile.RestateFacts.Contains(name) && !(dictionary.Find(name)?.Unit is { } unit && profile.RestateUnits.Contains(unit));
}
