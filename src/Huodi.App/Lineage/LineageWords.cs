using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;

namespace Huodi.App.Lineage;

/// <summary>What both stores write and refuse of a change. Both word it alike.</summary>
public static class LineageWords
{
    /// <summary>The layer of the import that a change's parcels come with.</summary>
    public const string Layer = "parcel-changes";

    private static readonly (ParcelChangeKind Kind, string Code, string Chinese)[] Kinds =
    [
        (ParcelChangeKind.Split, "split", "分割"), (ParcelChangeKind.Merge, "merge", "合并"), (ParcelChangeKind.Reshape, "reshape", "界址变更"),
    ];

    /// <summary>The spelling of stores.</summary>
    public static string Code(ParcelChangeKind kind) => Kinds.First(k => k.Kind == kind).Code;

    /// <summary>The Chinese word.</summary>
    public static string Chinese(ParcelChangeKind kind) => Kinds.First(k => k.Kind == kind).Chinese;

    /// <summary>Reads <see cref="Code"/>.</summary>
    /// <exception cref="FormatException">Any other text.</exception>
    public static ParcelChangeKind Kind(string code) =>
        Array.FindIndex(Kinds, k => k.Code == code) is >= 0 and var at ? Kinds[at].Kind : throw new FormatException($"“{code}” is no kind of change.");

    /// <summary>The refusal of a parcel that does not stand.</summary>
    public static StoreException Gone(string parcel) =>
        new("PARCEL_GONE", $"宗地“{parcel}”不在库中，或已被别的变更注销。没有保存。用 huodi parcel lineage {parcel} 看它的去向。");

    /// <summary>The refusal of an id that was used already.</summary>
    public static StoreException Taken(string parcel) =>
        new("PARCEL_ID_TAKEN", $"宗地编号“{parcel}”已经用过（界址变了，编号就要新编）。没有保存。请给变更后的宗地新的编号。");

    /// <summary>A successor whose own facts name the batch it is saved with; carried facts keep their sources.</summary>
    public static Parcel Numbered(Parcel parcel, long batch) => parcel with
    {
        Facts = new(parcel.Facts.All.Select(f => f.Source.Batch == 0 ? f with { Source = f.Source with { Batch = batch } } : f)),
    };

    /// <summary>The sheet after a correction. The corrected fact names the document as its source.</summary>
    /// <exception cref="StoreException">FACT_MOVED_ON: the fact is not what the correction says it was.</exception>
    public static FactSheet Corrected(FactSheet facts, ParcelCorrection correction)
    {
        if (!JsonNode.DeepEquals(facts.Find(correction.Fact)?.Value, correction.Before))
        {
            throw new StoreException(
                "FACT_MOVED_ON", $"宗地“{correction.Parcel}”的“{correction.Fact}”已被别人改动，没有保存更正。请看过现在的值再更正。");
        }

        var source = new FactSource(0, $"更正第 {correction.Number} 号：{correction.Document}", 0, "");
        var corrected = correction.After is { } value ? new RecordedFact(correction.Fact, value, source) : null;
        var isNew = facts.Find(correction.Fact) is null;
        return new(facts.All.Select(f => f.Name == correction.Fact ? corrected : f).Concat(isNew ? [corrected] : []).OfType<RecordedFact>());
    }
}
