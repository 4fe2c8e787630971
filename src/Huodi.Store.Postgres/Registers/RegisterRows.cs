using Huodi.App.Registers;
using Huodi.Domain.Codes;
using Huodi.Domain.Registers;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Huodi.Store.Postgres.Registers;

/// <summary>Reads what <see cref="RegisterTables"/> wrote.</summary>
internal static class RegisterRows
{
    public const string SelectVersions = """
        SELECT number, register, register_name, name, region, as_of, filed_at, filed_by, document, run_number, base_number, columns,
               entered, suspected, incomplete, hash
        FROM register_version
        """;

    public const string SelectEntries = "SELECT content, ST_AsBinary(geom), hash FROM register_entry WHERE version_number = $1 ORDER BY position";

    /// <summary>Each version is looked into by its index of identities, so that a city's registers are not walked through.</summary>
    public const string SelectPlaces = """
        SELECT number, register, register_name, v.name, region, as_of, filed_at, filed_by, document, run_number, base_number, columns,
               entered, suspected, incomplete, v.hash, content, ST_AsBinary(geom)
        FROM register_version v JOIN register_entry e ON e.version_number = v.number
        WHERE e.subject = $1 AND e.subject_id = $2 ORDER BY number DESC
        """;

    public const string SelectFindings =
        "SELECT number, register, subject, subject_id, act, day, recorded_at, recorded_by, document, reason FROM register_finding ORDER BY number";

    public static RegisterVersion Version(NpgsqlDataReader r) => new()
    {
        Number = r.GetInt64(0),
        Register = r.GetString(1),
        RegisterName = r.GetString(2),
        Name = r.GetString(3),
        Region = DivisionCode.Parse(r.GetString(4)),
        AsOf = r.GetFieldValue<DateOnly>(5),
        FiledAt = r.GetFieldValue<DateTimeOffset>(6),
        FiledBy = r.GetString(7),
        Document = r.GetString(8),
        Run = r.IsDBNull(9) ? null : r.GetInt64(9),
        Base = r.IsDBNull(10) ? null : r.GetInt64(10),
        Columns = RegisterSeal.Columns(r.GetString(11)),
        Entered = r.GetInt32(12),
        Suspected = r.GetInt32(13),
        Incomplete = r.GetInt32(14),
        Hash = r.GetString(15),
    };

    public static RegisterEntry Entry(NpgsqlDataReader r) => RegisterEntryText.Read(r.GetString(0), Shape(r));

    public static RegisterPlace Place(NpgsqlDataReader r) => new(Version(r), RegisterEntryText.Read(r.GetString(16), Shape(r, 17)));

    public static RegisterFinding Finding(NpgsqlDataReader r) => new()
    {
        Number = r.GetInt64(0),
        Register = r.GetString(1),
        Subject = RegisterWords.Subject(r.GetString(2)),
        Id = r.GetString(3),
        Act = RegisterWords.Act(r.GetString(4)),
        Day = r.GetFieldValue<DateOnly>(5),
        RecordedAt = r.GetFieldValue<DateTimeOffset>(6),
        By = r.GetString(7),
        Document = r.GetString(8),
        Reason = r.GetString(9),
    };

    /// <summary>The newest version of the same register and region, or null.</summary>
    public static async Task<RegisterVersion?> NewestAsync(NpgsqlConnection connection, RegisterVersion version, CancellationToken cancellation)
    {
        const string Select = SelectVersions + " WHERE register = $1 AND region = $2 ORDER BY number DESC LIMIT 1";
        await using var command = connection.Command(Select, version.Register, version.Region.Digits);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Version(reader) : null;
    }

    /// <summary>What is wrong with the filed versions, in words: each is hashed again, row by row.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var versions = new List<RegisterVersion>();
        await using (var command = connection.Command(SelectVersions + " ORDER BY number"))
        {
            await using var heads = await command.ExecuteReaderAsync(cancellation);
            while (await heads.ReadAsync(cancellation)) versions.Add(Version(heads));
        }

        var hashes = versions.ToDictionary(v => v.Number, v => v.Hash);
        var wrong = new List<string>();
        foreach (var version in versions)
        {
            using var check = new RegisterCheck(version, version.Base is { } at ? hashes.GetValueOrDefault(at, "") : "");
            await using var command = connection.Command(SelectEntries, version.Number);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation)) check.Add(rows.GetString(0), Shape(rows), rows.GetString(2));
            wrong.AddRange(check.Close());
        }

        return wrong;
    }

    private static Geometry? Shape(NpgsqlDataReader r, int column = 1) => r.IsDBNull(column) ? null : Wkb.Read(r.GetFieldValue<byte[]>(column));
}
