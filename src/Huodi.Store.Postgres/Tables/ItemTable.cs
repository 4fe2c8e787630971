using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Tables;

/// <summary>A table of items with an identity.</summary>
internal abstract class ItemTable<T>
{
    /// <summary>The table.</summary>
    public abstract string Name { get; }

    /// <summary>The column that is the identity; the first of <see cref="Columns"/>.</summary>
    public abstract string Identity { get; }

    /// <summary>The columns that <see cref="WriteAsync"/> writes, in its order.</summary>
    public abstract string Columns { get; }

    /// <summary>Selects the columns that <see cref="Read"/> reads.</summary>
    public abstract string Select { get; }

    /// <summary>The identity of an item.</summary>
    public abstract string IdentityOf(T item);

    /// <summary>The identity in words, for example 宗地“340111001”.</summary>
    public abstract string Words(T item);

    /// <summary>The item's facts, which say where it was read.</summary>
    public abstract FactSheet FactsOf(T item);

    /// <summary>What differs between a stored item and one of the same identity.</summary>
    public abstract IReadOnlyList<string> Differences(T stored, T incoming);

    /// <summary>Writes one row of a binary COPY.</summary>
    public abstract Task WriteAsync(NpgsqlBinaryImporter row, T item, long batch, CancellationToken cancellation);

    /// <summary>Reads the row the reader stands on.</summary>
    public abstract T Read(NpgsqlDataReader reader);

    protected static Task Text(NpgsqlBinaryImporter row, string? text, CancellationToken cancellation) =>
        text is null ? row.WriteNullAsync(cancellation) : row.WriteAsync(text, NpgsqlDbType.Text, cancellation);

    /// <summary>Writes <c>facts, area_hundredths, batch_id</c>.</summary>
    protected static async Task FactsAsync(NpgsqlBinaryImporter row, FactSheet facts, long batch, CancellationToken cancellation)
    {
        await row.WriteAsync(FactSheetJson.Write(facts, batch), NpgsqlDbType.Json, cancellation);
        if (RegisteredArea.Hundredths(facts) is { } area) await row.WriteAsync(area, NpgsqlDbType.Bigint, cancellation);
        else await row.WriteNullAsync(cancellation);
        await row.WriteAsync(batch, NpgsqlDbType.Bigint, cancellation);
    }
}
