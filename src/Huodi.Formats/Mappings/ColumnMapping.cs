namespace Huodi.Formats.Mappings;

/// <summary>One column that is a fact.</summary>
/// <param name="Column">Column of the file.</param>
/// <param name="Fact">Name in the fact dictionary.</param>
public sealed record ColumnMapping(string Column, string Fact)
{
    /// <summary>Unit of the file's figures; null when it is the dictionary's.</summary>
    public string? Unit { get; init; }

    /// <summary>The dictionary's value for a text of the file, where they differ.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>How sure the guess is, 0 to 1; 1 for what a person has written.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What the guess rests on, in Chinese.</summary>
    public string Ground { get; init; } = "";
}
