using System.Text.Json.Nodes;
using Huodi.Domain.Facts;

namespace Huodi.Formats.SupplyResults;

/// <summary>One row while it is read: its cells by column, what they were understood as, and what was found.</summary>
internal sealed class SupplyRow(SupplyHeader header, IReadOnlyList<string> cells, int line, string file, Findings findings)
{
    private readonly List<RecordedFact> _facts = [];

    public int Line => line;

    public IReadOnlyList<string> Cells => cells;

    public Findings Findings => findings;

    /// <summary>Figures in the fact's unit, by column; a column that holds none is absent.</summary>
    public Dictionary<string, decimal> Figures { get; } = new(StringComparer.Ordinal);

    /// <summary>Dates by column; a column that holds none is absent.</summary>
    public Dictionary<string, DateOnly> Dates { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<RecordedFact> Facts => _facts;

    public string this[string column] => cells[header.Position(column)].Trim();

    public void Record(string fact, JsonNode value, string column) => _facts.Add(new(fact, value, new FactSource(0, file, line, column)));

    public string? Text(string fact) => _facts.Find(f => f.Name == fact)?.Value.GetValue<string>();
}
