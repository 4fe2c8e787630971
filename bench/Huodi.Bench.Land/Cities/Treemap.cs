namespace Huodi.Bench.Land.Cities;

/// <summary>
/// Divides the lattice into blocks of log-normal size without gaps: halves the list of weights again and again and the rectangle with
/// it. Every rectangle on the way is a union of whole leaves, which is what a control line along parcel edges runs round.
/// </summary>
internal sealed class Treemap
{
    private const double Sigma = 0.8;

    private readonly double[] _sums;
    private readonly int _side;

    public Treemap(int leaves, int side, int seed)
    {
        var random = new Random(seed);
        _sums = new double[leaves + 1];
        _side = side;
        for (var i = 0; i < leaves; i++) _sums[i + 1] = _sums[i] + Math.Exp(Sigma * Gauss(random));
    }

    /// <summary>A normally distributed number.</summary>
    public static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>The leaves, one after another.</summary>
    public IEnumerable<Block> Leaves() => Blocks(1).Select(b => b.Block);

    /// <summary>A division of the whole into rectangles of at most so many leaves, with their parts where they are divided further.</summary>
    public IEnumerable<(Block Block, int Leaves)> Blocks(int most)
    {
        var open = new Stack<(Block Block, int From, int To)>();
        open.Push((new(0, 0, _side, _side), 0, _sums.Length - 1));
        while (open.TryPop(out var one))
        {
            var (block, from, to) = one;
            if (to - from <= most || block.Width * block.Height == 1)
            {
                yield return (block, to - from);
                continue;
            }

            var middle = (from + to) / 2;
            var share = (_sums[middle] - _sums[from]) / (_sums[to] - _sums[from]);
            if (block.Width >= block.Height)
            {
                var cut = block.X0 + Math.Clamp((int)Math.Round(share * block.Width), 1, block.Width - 1);
                open.Push((block with { X0 = cut }, middle, to));
                open.Push((block with { X1 = cut }, from, middle));
            }
            else
            {
                var cut = block.Y0 + Math.Clamp((int)Math.Round(share * block.Height), 1, block.Height - 1);
                open.Push((block with { Y0 = cut }, middle, to));
                open.Push((block with { Y1 = cut }, from, middle));
            }
        }
    }
}
