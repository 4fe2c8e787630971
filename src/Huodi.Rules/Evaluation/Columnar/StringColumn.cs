using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>Texts, each distinct one held once; a row holds its place in the dictionary.</summary>
public sealed class StringColumn : Column
{
    private readonly FeelValue[] values;

    private StringColumn(int[] codes, string[] dictionary, int length, ulong[]? valid)
        : base(length, valid)
    {
        (Codes, Dictionary) = (codes, dictionary);
        values = Array.ConvertAll(dictionary, FeelValue.Of);
    }

    /// <summary>The distinct texts.</summary>
    public IReadOnlyList<string> Texts => Dictionary;

    /// <summary>Places in the dictionary, padded to whole words of rows.</summary>
    internal int[] Codes { get; }

    internal string[] Dictionary { get; }

    internal override int Layout => 3;

    /// <summary>Texts, null where missing.</summary>
    public static StringColumn Of(ReadOnlySpan<string?> values)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[Bits.Words(values.Length) << 6];
        ulong[]? valid = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } text)
            {
                Bits.Clear(valid ??= Bits.Full(values.Length), i);
                continue;
            }

            if (!places.TryGetValue(text, out codes[i])) places[text] = codes[i] = places.Count;
        }

        return new StringColumn(codes, places.Count == 0 ? [""] : [.. places.Keys], values.Length, valid);
    }

    /// <summary>Places in <paramref name="dictionary"/>; −1 where missing.</summary>
    /// <exception cref="ArgumentException">A place lies outside the dictionary, or there is none.</exception>
    public static StringColumn OfCodes(ReadOnlySpan<int> codes, IReadOnlyList<string> dictionary)
    {
        if (dictionary.Count == 0) throw new ArgumentException("The dictionary holds at least one text.", nameof(dictionary));
        var padded = new int[Bits.Words(codes.Length) << 6];
        ulong[]? valid = null;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] >= dictionary.Count || codes[i] < -1) throw new ArgumentException($"Row {i} points outside the dictionary.", nameof(codes));
            if (codes[i] >= 0) padded[i] = codes[i];
            else Bits.Clear(valid ??= Bits.Full(codes.Length), i);
        }

        return new StringColumn(padded, [.. dictionary], codes.Length, valid);
    }

    private protected override FeelValue Read(int row) => values[Codes[row]];
}
