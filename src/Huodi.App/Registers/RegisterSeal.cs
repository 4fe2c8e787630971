using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Huodi.Domain.Registers;
using Huodi.Policies.Registers;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Huodi.App.Registers;

/// <summary>
/// The hash of a filed version (ADR 0056): SHA-256 over the head as text, then the hash of each row in its order, then the counts. The
/// head names the hash of the version before it, so that versions form a chain. Stores seal with it, and check with it.
/// </summary>
public sealed class RegisterSeal : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _entered;
    private int _suspected;
    private int _incomplete;

    /// <summary>Begins with the head of a version.</summary>
    /// <param name="version">The version with its number.</param>
    /// <param name="baseHash">Hash of the version before it; empty for the first.</param>
    public RegisterSeal(RegisterVersion version, string baseHash) => _hash.AppendData(Encoding.UTF8.GetBytes(Head(version, baseHash)));

    /// <summary>The columns as a store keeps them.</summary>
    public static string Columns(RegisterVersion version) => JsonSerializer.Serialize(version.Columns, Readable);

    /// <summary>Reads <see cref="Columns(RegisterVersion)"/>.</summary>
    public static IReadOnlyList<RegisterColumn> Columns(string text) => JsonSerializer.Deserialize<List<RegisterColumn>>(text) ?? [];

    /// <summary>The hash of one row, lower-case hex: its text, a zero byte, and its shape as little-endian WKB of a MultiPolygon.</summary>
    public static string OfRow(string text, Geometry? shape)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
        if (shape is not null) hash.AppendData(Wkb(shape));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Adds a row by its hash.</summary>
    public void Add(RegisterEntry entry, string rowHash)
    {
        if (entry.Standing == RegisterStanding.Suspected) _suspected++;
        else _entered++;
        if (entry.Standing == RegisterStanding.Entered && entry.Missing.Count > 0) _incomplete++;
        _hash.AppendData(Convert.FromHexString(rowHash));
    }

    /// <summary>The version with its counts and hash.</summary>
    public RegisterVersion Close(RegisterVersion version)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_entered}|{_suspected}|{_incomplete}")));
        return version with
        {
            Entered = _entered,
            Suspected = _suspected,
            Incomplete = _incomplete,
            Hash = Convert.ToHexStringLower(_hash.GetHashAndReset()),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>A JSON array of texts, so that no text can pass for two.</summary>
    private static string Head(RegisterVersion v, string baseHash)
    {
        string[] parts =
        [
            "huodi-register-1", v.Number.ToString(CultureInfo.InvariantCulture), v.Register, v.RegisterName, v.Name, v.Region.Digits,
            v.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            v.FiledAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            v.FiledBy, v.Document, v.Run?.ToString(CultureInfo.InvariantCulture) ?? "", baseHash, Columns(v),
        ];
        return JsonSerializer.Serialize(parts, Readable);
    }

    private static byte[] Wkb(Geometry shape)
    {
        var multi = shape as MultiPolygon ?? shape.Factory.CreateMultiPolygon([(Polygon)shape]);
        return new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false, emitM: false).Write(multi);
    }
}
