using System.Buffers.Binary;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.SpatialIndexes;

/// <summary>
/// An R-tree packed whole (sort, tile, recurse) and written into the tables in which SQLite's R-tree module keeps its nodes
/// (www.sqlite.org/rtree.html, “Shadow Tables”; the form of a node is told in rtree.c): the root is node 1, a node is two bytes of
/// depth (in the root only), two bytes with the number of its cells, and its cells of 24 bytes, all big-endian.
/// </summary>
internal static class PackedTree
{
    private const int HeadLength = 4;
    private const int CellLength = 24;

    /// <summary>Replaces all entries of the tree; the caller holds the transaction.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="tree">The virtual table.</param>
    /// <param name="leaves">Every entry; not empty. Their order is changed.</param>
    public static void Write(SqliteConnection connection, string tree, Box[] leaves)
    {
        var nodeLength = NodeLength(connection, tree);
        var levels = Pack(leaves, (nodeLength - HeadLength) / CellLength);
        foreach (var part in new[] { "node", "parent", "rowid" }) Run(connection, $"DELETE FROM {tree}_{part}");
        WriteNodes(connection, tree, levels, nodeLength);
        WriteRows(connection, tree, levels[0]);
    }

    private static int NodeLength(SqliteConnection connection, string tree)
    {
        using var root = new RawStatement(connection, $"SELECT length(data) FROM {tree}_node WHERE nodeno = 1");
        _ = root.Read();
        return (int)root.Number(0);
    }

    /// <summary>Levels from the leaves to the root: for each the cells, and the number of the first node they lie in, node by node.</summary>
    private static List<Level> Pack(Box[] leaves, int fan)
    {
        var cells = new List<Box[]> { Tile(leaves, fan) };
        while (cells[^1].Length > fan)
        {
            var below = cells[^1];
            var above = new Box[(below.Length + fan - 1) / fan];
            for (var n = 0; n < above.Length; n++) above[n] = Box.Around(n, below.AsSpan(n * fan, Math.Min(fan, below.Length - (n * fan))));
            cells.Add(Tile(above, fan));
        }

        // The root is node 1; then come the nodes of each level below, from the top.
        var levels = new Level[cells.Count];
        var next = 1L;
        for (var l = cells.Count - 1; l >= 0; l--)
        {
            levels[l] = new Level(cells[l], next, fan);
            next += levels[l].Nodes;
        }

        return [.. levels];
    }

    /// <summary>Sorts into vertical slices and each slice from south to north, so that every run of a node's size lies close together.</summary>
    private static Box[] Tile(Box[] boxes, int fan)
    {
        Array.Sort(Array.ConvertAll(boxes, b => b.DoubleX), boxes);
        var slice = (int)Math.Ceiling(Math.Sqrt(Math.Ceiling(boxes.Length / (double)fan))) * fan;
        var keys = Array.ConvertAll(boxes, b => b.DoubleY);
        for (var start = 0; start < boxes.Length; start += slice) Array.Sort(keys, boxes, start, Math.Min(slice, boxes.Length - start));
        return boxes;
    }

    private static void WriteNodes(SqliteConnection connection, string tree, List<Level> levels, int nodeLength)
    {
        using var node = new RawStatement(connection, $"INSERT INTO {tree}_node VALUES (?1, ?2)");
        using var parent = new RawStatement(connection, $"INSERT INTO {tree}_parent VALUES (?1, ?2)");
        var bytes = new byte[nodeLength];
        for (var l = levels.Count - 1; l >= 0; l--)
        {
            for (var n = 0; n < levels[l].Nodes; n++)
            {
                var cells = levels[l].CellsOf(n);
                Array.Clear(bytes);
                BinaryPrimitives.WriteInt16BigEndian(bytes, (short)(l == levels.Count - 1 ? l : 0));
                BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2), (short)cells.Length);
                for (var c = 0; c < cells.Length; c++)
                {
                    // Above the leaves a cell's number is that of its node within the level below.
                    var id = l == 0 ? cells[c].Id : levels[l - 1].First + cells[c].Id;
                    WriteCell(bytes.AsSpan(HeadLength + (c * CellLength)), cells[c], id);
                    if (l > 0) Run(parent, id, levels[l].First + n);
                }

                node.Bind(1, levels[l].First + n);
                node.BindBytes(2, bytes);
                _ = node.Run();
            }
        }
    }

    private static void WriteRows(SqliteConnection connection, string tree, Level leaves)
    {
        var rows = new long[leaves.Cells.Length];
        var nodes = new long[leaves.Cells.Length];
        for (var c = 0; c < rows.Length; c++) (rows[c], nodes[c]) = (leaves.Cells[c].Id, leaves.First + (c / leaves.Fan));
        Array.Sort(rows, nodes);
        using var row = new RawStatement(connection, $"INSERT INTO {tree}_rowid VALUES (?1, ?2)");
        for (var c = 0; c < rows.Length; c++) Run(row, rows[c], nodes[c]);
    }

    private static void WriteCell(Span<byte> bytes, Box box, long id)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        BinaryPrimitives.WriteSingleBigEndian(bytes[8..], box.MinX);
        BinaryPrimitives.WriteSingleBigEndian(bytes[12..], box.MaxX);
        BinaryPrimitives.WriteSingleBigEndian(bytes[16..], box.MinY);
        BinaryPrimitives.WriteSingleBigEndian(bytes[20..], box.MaxY);
    }

    private static void Run(RawStatement statement, long first, long second)
    {
        statement.Bind(1, first);
        statement.Bind(2, second);
        _ = statement.Run();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var statement = new RawStatement(connection, sql);
        _ = statement.Run();
    }

    /// <summary>One level: its cells in order, the number of its first node, and how many cells a node takes.</summary>
    private readonly record struct Level(Box[] Cells, long First, int Fan)
    {
        public int Nodes => (Cells.Length + Fan - 1) / Fan;

        public ReadOnlySpan<Box> CellsOf(int node) => Cells.AsSpan(node * Fan, Math.Min(Fan, Cells.Length - (node * Fan)));
    }
}
