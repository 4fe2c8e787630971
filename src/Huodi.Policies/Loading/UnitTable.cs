namespace Huodi.Policies.Loading;

/// <summary>Exact factors between units, from <c>units.yaml</c>: 建筑面积 in ㎡ × 0.0001 is 建筑面积 in 万平方米.</summary>
internal sealed class UnitTable
{
    public const string FileName = "units.yaml";

    private readonly Dictionary<(string From, string To), string> _factors = [];

    /// <summary>Reads the file: unit of the dictionary, then the units a table may use with the factor to get there.</summary>
    public static UnitTable Read(string text, DiagnosticBag bag)
    {
        var table = new UnitTable();
        if (YamlBlock.Parse(text, FileName, 1, bag) is not { } yaml) return table;
        foreach (var from in yaml.Keys)
        {
            foreach (var entry in yaml.Blocks(from))
            {
                foreach (var to in entry.Keys) table._factors[(from, to)] = entry.Required(to);
            }
        }

        return table;
    }

    /// <summary>The factor as FEEL text, or null when there is none.</summary>
    public string? Factor(string from, string to) => _factors.GetValueOrDefault((from, to));
}
