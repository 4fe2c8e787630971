namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>The texts of a plan and of one batch, numbered, so that equal texts are equal numbers whichever column they come from.</summary>
internal sealed class Symbols
{
    public static readonly Symbols None = new([], []);

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly Dictionary<StringColumn, int[]> columns = [];

    /// <summary>The plan's constants come first, so that their numbers hold for every batch.</summary>
    public Symbols(IEnumerable<string> constants, IEnumerable<StringColumn> columns)
    {
        foreach (var constant in constants) _ = NumberOf(constant);
        foreach (var column in columns) this.columns[column] = Array.ConvertAll(column.Dictionary, NumberOf);
    }

    public IReadOnlyList<string> Texts => texts;

    /// <summary>The numbers of a column's dictionary.</summary>
    public int[] Of(StringColumn column) => columns[column];

    private int NumberOf(string text)
    {
        if (places.TryGetValue(text, out var place)) return place;
        texts.Add(text);
        return places[text] = texts.Count - 1;
    }
}
