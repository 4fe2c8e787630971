namespace Huodi.Domain.Overlays;

/// <summary>Finds the boxes that touch a box. Packed once, sort-tile-recursive, sixteen to a node; read by any number of threads.</summary>
internal sealed class BoxIndex
{
    private const int Fan = 16;

    private readonly int[] _items;
    private readonly double[][] _levels;

    /// <summary>Takes boxes as west, east, south, north, one after another.</summary>
    public BoxIndex(double[] boxes)
    {
        var count = boxes.Length / 4;
        _items = [.. Enumerable.Range(0, count)];
        Array.Sort([.. _items.Select(i => boxes[4 * i] + boxes[(4 * i) + 1])], _items);
        var slab = Fan * (int)Math.Ceiling(Math.Sqrt(Math.Ceiling((double)count / Fan)));
        double[] middles = [.. _items.Select(i => boxes[(4 * i) + 2] + boxes[(4 * i) + 3])];
        for (var at = 0; at < count; at += slab) Array.Sort(middles, _items, at, Math.Min(slab, count - at));

        var levels = new List<double[]> { new double[4 * count] };
        for (var i = 0; i < count; i++) Array.Copy(boxes, 4 * _items[i], levels[0], 4 * i, 4);
        while (levels[^1].Length > 4 * Fan) levels.Add(Above(levels[^1]));
        _levels = [.. levels];
    }

    /// <summary>Adds the numbers of the boxes that touch the box.</summary>
    public void Find(double minX, double maxX, double minY, double maxY, List<int> found) =>
        Find(_levels.Length - 1, 0, _levels[^1].Length / 4, minX, maxX, minY, maxY, found);

    private static double[] Above(double[] below)
    {
        var count = below.Length / 4;
        var above = new double[4 * ((count + Fan - 1) / Fan)];
        for (var i = 0; i < count; i++)
        {
            var at = 4 * (i / Fan);
            var isFirst = i % Fan == 0;
            for (var k = 0; k < 4; k++)
            {
                var value = below[(4 * i) + k];
                above[at + k] = isFirst ? value : k % 2 == 0 ? Math.Min(above[at + k], value) : Math.Max(above[at + k], value);
            }
        }

        return above;
    }

    private void Find(int level, int from, int to, double minX, double maxX, double minY, double maxY, List<int> found)
    {
        var boxes = _levels[level];
        for (var i = from; i < to; i++)
        {
            var at = 4 * i;
            if (boxes[at] > maxX || boxes[at + 1] < minX || boxes[at + 2] > maxY || boxes[at + 3] < minY) continue;
            if (level == 0) found.Add(_items[i]);
            else Find(level - 1, i * Fan, Math.Min((i + 1) * Fan, _levels[level - 1].Length / 4), minX, maxX, minY, maxY, found);
        }
    }
}
