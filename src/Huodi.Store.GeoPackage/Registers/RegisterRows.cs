using Huodi.App.Registers;
using Huodi.Domain.Codes;
using Huodi.Domain.Registers;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Registers;

/// <summary>Reads what <see cref="RegisterTables"/> wrote.</summary>
internal static class RegisterRows
{
    public const string SelectVersions = """
        SELECT number, register, register_name, name, region, as_of, filed_at, filed_by, document, run_number, base_number, columns,
               entered, suspected, incomplete, hash
        FROM register_version
        """;

    public const string SelectEntries = "SELECT content, geom, hash FROM register_entry WHERE version_number = $1 ORDER BY position";

    /// <summary>Each version is looked into by its index of identities, so that a city's registers are not walked through.</summary>
    public const string SelectPlaces = """
        SELECT number, register, register_name, v.name, region, as_of, filed_at, filed_by, document, run_number, base_number, columns,
               entered, suspected, incomplete, v.hash, content, geom
        FROM register_version v CROSS JOIN register_entry e
        WHERE e.version_number = v.number AND e.subject = $1 AND e.subject_id = $2 ORDER BY number DESC
        """;

    public const string SelectFindings =
        "SELECT number, register, subject, subject_id, act, day, recorded_at, recorded_by, document, reason FROM register_finding ORDER BY number";

    public static RegisterVersion Version(SqliteDataReader r) => new()
    {
        Number = r.GetInt64(0),
        Register = r.GetString(1),
        RegisterName = r.GetString(2),
        Name = r.GetString(3),
        Region = DivisionCode.Parse(r.GetString(4)),
        AsOf = Moments.Day(r.GetString(5)),
        FiledAt = Moments.Moment(r.GetString(6)),
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

    public static RegisterEntry Entry(SqliteDataReader r) => RegisterEntryText.Read(r.GetString(0), Shape(r));

    public static RegisterPlace Place(SqliteDataReader r) => new(Version(r), RegisterEntryText.Read(r.GetString(16), Shape(r, 17)));

    public static RegisterFinding Finding(SqliteDataReader r) => new()
    {
        Number = r.GetInt64(0),
        Register = r.GetString(1),
        Subject = RegisterWords.Subject(r.GetString(2)),
        Id = r.GetString(3),
        Act = RegisterWords.Act(r.GetString(4)),
        Day = Moments.Day(r.GetString(5)),
        RecordedAt = Moments.Moment(r.GetString(6)),
        By = r.GetString(7),
        Document = r.GetString(8),
        Reason = r.GetString(9),
    };

    /// <summary>The newest version of the same register and region, or null.</summary>
    public static RegisterVersion? Newest(SqliteConnection connection, SqliteTransaction transaction, RegisterVersion version)
    {
        using var newest = new Statement(
            connection, SelectVersions + " WHERE register = $1 AND region = $2 ORDER BY number DESC LIMIT 1", transaction);
        using var reader = newest.Query(version.Register, version.Region.Digits);
        return reader.Read() ? Version(reader) : null;
    }

    /// <summary>What is wrong with the filed versions, in words: each is hashed again, row by row.</summary>
    public static IReadOnlyList<string> Check(SqliteConnection connection)
    {
        var wrong = new List<string>();
        var hashes = new Dictionary<long, string>();
        using var versions = new Statement(connection, SelectVersions + " ORDER BY number");
        using var heads = versions.Query();
        while (heads.Read())
        {
            var version = Version(heads);
            hashes[version.Number] = version.Hash;
            using var check = new RegisterCheck(version, version.Base is { } at ? hashes.GetValueOrDefault(at, "") : "");
            using var entries = new Statement(connection, SelectEntries);
            using var rows = entries.Query(version.Number);
            while (rows.Read()) check.Add(rows.GetString(0), Shape(rows), rows.GetString(2));
            wrong.AddRange(check.Close());
        }

        return wrong;
    }

    private static Geometry? Shape(SqliteDataReader r, int column = 1) => r.IsDBNull(column) ? null : GeoPackageBinary.Read(r.GetFieldValue<byte[]>(column));
}
