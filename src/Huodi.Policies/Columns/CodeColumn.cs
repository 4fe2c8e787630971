namespace Huodi.Policies.Columns;

/// <summary>A number from 0 for each row, held as narrow as the greatest allows; one number for all rows costs nothing a row.</summary>
internal sealed class CodeColumn
{
    private readonly int _same;
    private readonly byte[]? _narrow;
    private readonly ushort[]? _middle;
    private readonly int[]? _wide;

    private CodeColumn(int count, int same, byte[]? narrow, ushort[]? middle, int[]? wide) =>
        (Count, _same, _narrow, _middle, _wide) = (count, same, narrow, middle, wide);

    public int Count { get; }

    public int this[int row] => (uint)row >= (uint)Count ? throw new ArgumentOutOfRangeException(nameof(row))
        : _narrow?[row] ?? _middle?[row] ?? _wide?[row] ?? _same;

    public static CodeColumn Same(int code, int count) => new(count, code, null, null, null);

    public static CodeColumn Of(ReadOnlySpan<int> codes)
    {
        if (codes.Length == 0 || codes.IndexOfAnyExcept(codes[0]) < 0) return Same(codes.Length == 0 ? 0 : codes[0], codes.Length);
        var most = 0;
        foreach (var code in codes) most = Math.Max(most, code);
        if (most > ushort.MaxValue) return new(codes.Length, 0, null, null, codes.ToArray());
        if (most > byte.MaxValue)
        {
            var middle = new ushort[codes.Length];
            for (var i = 0; i < middle.Length; i++) middle[i] = (ushort)codes[i];
            return new(codes.Length, 0, null, middle, null);
        }

        var narrow = new byte[codes.Length];
        for (var i = 0; i < narrow.Length; i++) narrow[i] = (byte)codes[i];
        return new(codes.Length, 0, narrow, null, null);
    }
}
