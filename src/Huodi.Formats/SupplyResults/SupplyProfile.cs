using System.Text.Json;

namespace Huodi.Formats.SupplyResults;

/// <summary>The mapping of a supply-result table, read from <c>supply-results.profile.json</c>: the figures are there, the meaning is here.</summary>
internal sealed record SupplyProfile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The profile this project carries.</summary>
    public static SupplyProfile Default { get; } = Load();

    public required string Note { get; init; }

    public required string Layer { get; init; }

    /// <summary>Columns that an export of refused rows puts in front.</summary>
    public required IReadOnlyList<string> LeadingColumns { get; init; }

    public required string Identity { get; init; }

    public required string Place { get; init; }

    public required string Name { get; init; }

    public required string Area { get; init; }

    public required string Price { get; init; }

    public required IReadOnlyList<SupplyColumn> Columns { get; init; }

    public required SupplyDates Dates { get; init; }

    public required IReadOnlyList<SupplyOrder> Order { get; init; }

    public required IReadOnlyList<SupplyBounds> ReversedBounds { get; init; }

    /// <summary>Which fact the price is, by 权利类型; none for a type that is not listed.</summary>
    public required IReadOnlyDictionary<string, string> PriceFacts { get; init; }

    /// <summary>权利类型 for which a price of zero cannot be.</summary>
    public required IReadOnlyList<string> ZeroPriceImpossible { get; init; }

    public required IReadOnlyList<SupplyPriceBand> PricesPerSquareMetre { get; init; }

    public required IReadOnlyDictionary<string, SupplyLookup> Lookups { get; init; }

    /// <summary>The band for a 用途大类: the one that names it, else the one that names none.</summary>
    public SupplyPriceBand BandFor(string? use) =>
        PricesPerSquareMetre.FirstOrDefault(b => use is not null && b.Uses.Contains(use)) ?? PricesPerSquareMetre.First(b => b.Uses.Count == 0);

    private static SupplyProfile Load()
    {
        using var json = typeof(SupplyProfile).Assembly.GetManifestResourceStream("supply-results.profile.json")
            ?? throw new InvalidOperationException("The profile is not embedded.");
        return JsonSerializer.Deserialize<SupplyProfile>(json, Options) ?? throw new InvalidOperationException("The profile is empty.");
    }
}

/// <summary>One column: what it holds and which fact it is.</summary>
/// <param name="Column">Header cell.</param>
/// <param name="Kind"><c>text</c>, <c>figure</c> or <c>date</c>.</param>
/// <param name="Fact">Fact name; null when the column is used otherwise.</param>
/// <param name="Lookup">Table that gives a second fact from the text.</param>
/// <param name="Factor">What a figure is multiplied by.</param>
/// <param name="Places">Decimals the figure may have after that.</param>
/// <param name="Suffix">Unit that may stand behind a figure.</param>
/// <param name="ZeroIsBlank">A zero means that nobody filled it in.</param>
/// <param name="TextIsUnknown">Words instead of a figure leave the fact unknown instead of refusing the row.</param>
/// <param name="Least">Least plausible figure.</param>
/// <param name="Most">Greatest plausible figure.</param>
/// <param name="Past">A date that cannot lie in the future.</param>
/// <param name="Expected">A blank is worth a warning.</param>
internal sealed record SupplyColumn(
    string Column,
    string Kind,
    string? Fact = null,
    string? Lookup = null,
    decimal Factor = 1,
    int Places = 2,
    string? Suffix = null,
    bool ZeroIsBlank = false,
    bool TextIsUnknown = false,
    decimal? Least = null,
    decimal? Most = null,
    bool Past = false,
    bool Expected = false);

/// <summary>How dates are written, and which are no dates.</summary>
internal sealed record SupplyDates(IReadOnlyList<string> Formats, IReadOnlyList<DateOnly> Placeholders, DateOnly Earliest, DateOnly Latest);

/// <summary>Two dates of which one comes first; <see cref="SameDay"/> asks only whether they are one day.</summary>
internal sealed record SupplyOrder(string Earlier, string Later, string Code, string Suggestion, bool Refuse = false, bool SameDay = false);

/// <summary>Two figures of which one is not greater than the other.</summary>
internal sealed record SupplyBounds(string Lower, string Upper);

/// <summary>元/㎡ outside which a price is doubtful or impossible.</summary>
internal sealed record SupplyPriceBand(
    IReadOnlyList<string> Uses, decimal ImpossibleBelow, decimal DoubtfulBelow, decimal DoubtfulAbove, decimal ImpossibleAbove);

/// <summary>A table from a text to the value of another fact; what is not in it leaves the fact unknown.</summary>
internal sealed record SupplyLookup(string Fact, string Code, IReadOnlyDictionary<string, string> Table);
