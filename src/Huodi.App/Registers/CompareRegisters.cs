using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Registers;
using NetTopologySuite.Geometries;

namespace Huodi.App.Registers;

/// <summary>What entered, left and changed from one filed version to another of the same register, and why.</summary>
public sealed class CompareRegisters(ILandStore store)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares row by row. Differences come in the order joined, left, changed, each by identity.</summary>
    /// <exception cref="StoreException">REGISTER_APART: the versions are of different registers.</exception>
    public async Task<IReadOnlyList<RegisterDifference>> CompareAsync(RegisterVersion before, RegisterVersion after, CancellationToken cancellation)
    {
        if (before.Register != after.Register)
            throw new StoreException("REGISTER_APART", $"“{before.Name}”和“{after.Name}”是两本不同的台账，不能比较。请选同一本台账的两个版本。");

        var why = await DifferenceReasons.ReadAsync(store, before, after, cancellation);
        var earlier = await store.Registers.EntriesAsync(before.Number, cancellation).ToDictionaryAsync(e => (e.Subject, e.Id), cancellationToken: cancellation);
        var (joined, changed) = (new List<RegisterDifference>(), new List<RegisterDifference>());
        await foreach (var row in store.Registers.EntriesAsync(after.Number, cancellation))
        {
            if (!earlier.Remove((row.Subject, row.Id), out var old)) joined.Add(Of(DifferenceKind.Joined, null, row, [], why.Joined(row)));
            else if (Fields(old, row) is { Count: > 0 } fields) changed.Add(Of(DifferenceKind.Changed, old, row, fields, why.Changed(old, row, fields)));
        }

        var left = earlier.Values.Select(e => Of(DifferenceKind.Left, e, null, [], why.Left(e)));
        return [.. InOrder(joined), .. InOrder(left), .. InOrder(changed)];
    }

    private static IEnumerable<RegisterDifference> InOrder(IEnumerable<RegisterDifference> rows) =>
        rows.OrderBy(r => r.Subject).ThenBy(r => r.Id, StringComparer.Ordinal);

    private static RegisterDifference Of(
        DifferenceKind kind, RegisterEntry? before, RegisterEntry? after, IReadOnlyList<FieldChange> fields, IReadOnlyList<string> reasons)
    {
        var row = after ?? before ?? throw new ArgumentNullException(nameof(before));
        return new(
            kind, row.Subject, row.Id, row.Name, row.Division, row.Standing, fields,
            before is null ? null : RegisterFiling.Hundredths(before), after is null ? null : RegisterFiling.Hundredths(after), reasons);
    }

    private static List<FieldChange> Fields(RegisterEntry before, RegisterEntry after)
    {
        var fields = new List<FieldChange>();
        Compare("状态", RegisterWords.Chinese(before.Standing), RegisterWords.Chinese(after.Standing));
        Compare("类别", before.Category, after.Category);
        Compare("名称", before.Name, after.Name);
        Compare("行政区划", before.Division.Digits, after.Division.Digits);
        foreach (var name in before.Facts.All.Concat(after.Facts.All).Select(f => f.Name).Distinct(StringComparer.Ordinal))
        {
            var (old, now) = (before.Facts.Find(name)?.Value, after.Facts.Find(name)?.Value);
            if (!JsonNode.DeepEquals(old, now)) Compare(name, Text(old), Text(now));
        }

        if (!Same(before.Shape, after.Shape)) Compare("图形", Points(before.Shape), Points(after.Shape) + "（坐标不同）");
        Compare("量算面积", Figure(before.MeasuredArea?.SquareMetres), Figure(after.MeasuredArea?.SquareMetres));
        return fields;

        void Compare(string field, string? old, string? now)
        {
            if (!string.Equals(old, now, StringComparison.Ordinal)) fields.Add(new(field, old, now));
        }
    }

    private static bool Same(Geometry? before, Geometry? after) =>
        before is null || after is null ? before is null && after is null : before.EqualsExact(after);

    private static string? Points(Geometry? shape) => shape is null ? null : $"{shape.NumPoints} 个点";

    private static string? Figure(decimal? area) => area?.ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Text(JsonNode? value) =>
        value is null ? null : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(Readable);
}
