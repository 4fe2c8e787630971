using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.SpatialIndexes;

/// <summary>
/// The R-tree of a layer while an import adds to it. The trigger that would write each row's entry is taken away for the time of the
/// transaction, and the entries are written at its end: one by one when they are few, else the whole tree is packed anew.
/// </summary>
/// <remarks>Row by row, the R-tree costs more than all the rest of an import. The other triggers stay, and all are there for other programs.</remarks>
internal sealed class SpatialIndex(SqliteConnection connection, SqliteTransaction transaction, string table)
{
    /// <summary>Fewer than these are inserted; so are those that are less than one in <see cref="Share"/> of what is there.</summary>
    private const int Few = 1000;

    private const int Share = 8;

    private readonly List<Box> _boxes = [];
    private readonly string _tree = $"rtree_{table}_geom";
    private string? _trigger;

    /// <summary>Bounds of what was added.</summary>
    public Envelope Bounds { get; } = new();

    /// <summary>Takes the trigger away. A layer without an index has none, and only its bounds are noted.</summary>
    public void Begin()
    {
        if (_trigger is not null) return;
        using var exists = Prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1");
        if (exists.Number(_tree) == 0) return;
        using var select = Prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = $1");
        using (var reader = select.Query($"{_tree}_insert")) _trigger = reader.Read() ? reader.GetString(0) : "";
        using var drop = Prepare($"DROP TRIGGER IF EXISTS {_tree}_insert");
        _ = drop.Run();
    }

    /// <summary>Takes note of a row that was added.</summary>
    public void Add(long row, Envelope bounds)
    {
        Bounds.ExpandToInclude(bounds);
        if (_trigger is not null) _boxes.Add(Box.Of(row, bounds));
    }

    /// <summary>Writes the entries and puts the trigger back.</summary>
    public void Finish()
    {
        if (_trigger is null) return;
        using var count = Prepare($"SELECT count(*) FROM {_tree}_rowid");
        var held = count.Number();
        if (_boxes.Count < Few || _boxes.Count < held / Share) Insert();
        else PackedTree.Write(connection, _tree, [.. Held(held), .. _boxes]);

        if (_trigger.Length == 0) return;
        using var restore = Prepare(_trigger);
        _ = restore.Run();
    }

    private Statement Prepare(string sql) => new(connection, sql, transaction);

    private void Insert()
    {
        using var insert = new RawStatement(connection, $"INSERT INTO {_tree} VALUES (?1, ?2, ?3, ?4, ?5)");
        foreach (var box in _boxes)
        {
            insert.Bind(1, box.Id);
            insert.Bind(2, (double)box.MinX);
            insert.Bind(3, (double)box.MaxX);
            insert.Bind(4, (double)box.MinY);
            insert.Bind(5, (double)box.MaxY);
            _ = insert.Run();
        }
    }

    private List<Box> Held(long count)
    {
        var boxes = new List<Box>((int)count);
        using var select = new RawStatement(connection, $"SELECT id, minx, maxx, miny, maxy FROM {_tree}");
        while (select.Read())
        {
            boxes.Add(new Box(select.Number(0), (float)select.Real(1), (float)select.Real(2), (float)select.Real(3), (float)select.Real(4)));
        }

        return boxes;
    }
}
