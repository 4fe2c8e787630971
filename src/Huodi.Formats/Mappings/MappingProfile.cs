using System.Text.Json;

namespace Huodi.Formats.Mappings;

/// <summary>How columns are recognised and cells written, read from <c>mapping.profile.json</c>.</summary>
/// <param name="ParcelId">Names of a column that identifies a parcel, the best first.</param>
/// <param name="ParcelName">Names of a column with a parcel's name.</param>
/// <param name="ParcelDivision">Names of a column with the 行政区划代码.</param>
/// <param name="Aliases">Short names used in files, by the standard that gives them.</param>
/// <param name="Ignored">Columns that programs add by themselves.</param>
/// <param name="Units">Units a file may use.</param>
/// <param name="Places">Decimals kept where a conversion of units does not come out even.</param>
/// <param name="UnitOfColumn">Columns whose unit the format fixes.</param>
internal sealed record MappingProfile(
    string Note,
    IReadOnlyList<string> ParcelId,
    IReadOnlyList<string> ParcelName,
    IReadOnlyList<string> ParcelDivision,
    IReadOnlyList<MappingAliases> Aliases,
    IReadOnlyList<string> Ignored,
    IReadOnlyList<MappingUnit> Units,
    int Places,
    IReadOnlyList<string> Yes,
    IReadOnlyList<string> No,
    IReadOnlyList<string> Dates,
    IReadOnlyList<string> Blanks,
    IReadOnlyDictionary<string, string> UnitOfColumn)
{
    /// <summary>The profile this project carries.</summary>
    public static MappingProfile Default { get; } = Load();

    /// <summary>Short names of a name, whatever the standard.</summary>
    public IEnumerable<(string Alias, string Standard)> AliasesOf(string name) =>
        from set in Aliases
        where set.Names.ContainsKey(name)
        from alias in set.Names[name]
        select (alias, set.Standard);

    /// <summary>The unit of that name for figures in the dictionary's unit; null when it is none.</summary>
    public MappingUnit? Unit(string? dictionary, string name) => Units.FirstOrDefault(u => u.Unit == dictionary && u.Names.Contains(name));

    private static MappingProfile Load()
    {
        using var json = typeof(MappingProfile).Assembly.GetManifestResourceStream("mapping.profile.json")
            ?? throw new InvalidOperationException("The profile is not embedded.");
        return JsonSerializer.Deserialize<MappingProfile>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The profile is empty.");
    }
}

/// <summary>Short names of one standard.</summary>
internal sealed record MappingAliases(string Standard, IReadOnlyDictionary<string, IReadOnlyList<string>> Names);

/// <summary>A unit a file may use: its figure × numerator ÷ denominator is in the dictionary's unit.</summary>
internal sealed record MappingUnit(string Unit, IReadOnlyList<string> Names, decimal Numerator, decimal Denominator);
