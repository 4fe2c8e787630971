using System.Buffers.Binary;

namespace Huodi.Store.Tests.GeoPackage;

/// <summary>
/// The pages of one b-tree of a SQLite file, read by its published format (sqlite.org/fileformat2.html, 1.6), and which of their bytes
/// hold nothing: the gap between cell pointers and cells, the inside of free blocks, and what lies behind the end of an overflow chain.
/// </summary>
internal sealed class TablePages(byte[] file)
{
    private readonly int _size = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16));
    private readonly HashSet<int> _empty = [];

    /// <summary>Offsets in the file that hold nothing.</summary>
    public IReadOnlySet<int> Empty => _empty;

    /// <summary>Numbers of the pages, from 1.</summary>
    public List<int> Numbers { get; } = [];

    /// <summary>Bytes of a page.</summary>
    public int Size => _size;

    /// <summary>Takes the tree with that root in.</summary>
    public void Add(int root)
    {
        Numbers.Add(root);
        var start = (root - 1) * _size;
        var type = file[start];
        var (isLeaf, isTable) = (type is 10 or 13, type is 5 or 13);
        var cells = Short(start + 3);
        var pointers = start + (isLeaf ? 8 : 12);
        Fill(pointers + (2 * cells), start + Short(start + 5));
        for (var block = Short(start + 1); block != 0; block = Short(start + block)) Fill(start + block + 4, start + block + Short(start + block + 2));
        for (var n = 0; n < cells; n++)
        {
            var cell = start + Short(pointers + (2 * n));
            if (!isLeaf) Add(Number(cell));
            if (isLeaf || !isTable) Overflow(isLeaf ? cell : cell + 4, isTable);
        }

        if (!isLeaf) Add(Number(start + 8));
    }

    /// <summary>Follows what did not fit into the cell.</summary>
    private void Overflow(int cell, bool isTable)
    {
        var payload = (int)Varint(ref cell);
        if (isTable) _ = Varint(ref cell);
        var most = isTable ? _size - 35 : ((_size - 12) * 64 / 255) - 23;
        if (payload <= most) return;
        var least = ((_size - 12) * 32 / 255) - 23;
        var kept = least + ((payload - least) % (_size - 4));
        if (kept > most) kept = least;
        var left = payload - kept;
        for (var page = Number(cell + kept); page != 0; page = Number((page - 1) * _size))
        {
            Numbers.Add(page);
            var used = Math.Min(left, _size - 4);
            left -= used;
            Fill(((page - 1) * _size) + 4 + used, page * _size);
        }
    }

    private void Fill(int from, int to)
    {
        for (var at = from; at < to; at++) _ = _empty.Add(at);
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private int Number(int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));

    private long Varint(ref int at)
    {
        var value = 0L;
        for (var n = 0; n < 8; n++)
        {
            var part = file[at++];
            value = (value << 7) | (part & 0x7FL);
            if (part < 0x80) return value;
        }

        return (value << 8) | file[at++];
    }
}
