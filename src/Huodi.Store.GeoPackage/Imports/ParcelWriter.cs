using Huodi.App.Stores;
using Huodi.Domain.Parcels;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.SpatialIndexes;
using Huodi.Store.GeoPackage.Tables;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Imports;

/// <summary>Inserts parcels whose identity is free. The only way into the table <c>parcel</c>.</summary>
internal sealed class ParcelWriter : IDisposable
{
    private readonly long _batch;
    private readonly RawStatement _insert;
    private readonly Statement _find;
    private readonly SpatialIndex _index;

    public ParcelWriter(SqliteConnection connection, SqliteTransaction transaction, SpatialIndex index, long batch)
    {
        (_index, _batch) = (index, batch);
        index.Begin();
        _insert = new RawStatement(connection, ParcelTable.Insert);
        _find = new Statement(connection, ParcelTable.Select + " WHERE id = $1", transaction);
    }

    /// <summary>Inserts one; false when its identity is there already.</summary>
    public bool Insert(ParcelRows rows, int n)
    {
        var parcel = rows.Parcels[n];
        _insert.Bind(1, parcel.Id);
        _insert.Bind(2, parcel.Name);
        _insert.Bind(3, parcel.Division.Digits);
        _insert.BindBytes(4, rows.Shape(n));
        _insert.Bind(5, parcel.IsGenerated ? 1L : 0L);
        _insert.BindText(6, rows.Facts(n));
        _insert.Bind(7, RegisteredArea.Hundredths(parcel.Facts));
        _insert.Bind(8, parcel.MeasuredArea?.Hundredths);
        if (parcel.SourceCrs is { } crs) _insert.Bind(9, crs);
        else _insert.BindNull(9);
        _insert.Bind(10, _batch);
        if (_insert.Run() == 0) return false;

        _index.Add(_insert.LastRow, parcel.Shape.EnvelopeInternal);
        return true;
    }

    /// <summary>The stored parcel of that identity, which must be there.</summary>
    public Parcel Stored(string id)
    {
        using var reader = _find.Query(id);
        return reader.Read() ? ParcelTable.Read(reader) : throw new InvalidOperationException("No parcel with that identity.");
    }

    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
    }
}
