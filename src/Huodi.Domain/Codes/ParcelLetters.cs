using System.Text.Json;

namespace Huodi.Domain.Codes;

/// <summary>What the letters of 宗地代码 and 不动产单元号 mean, read from <c>parcel-letters.codes.json</c>.</summary>
internal sealed record ParcelLetters(
    string Note, string Source, Dictionary<string, string> Owners, Dictionary<string, string> Rights, Dictionary<string, string> Fixtures)
{
    public static ParcelLetters Carried { get; } = Load();

    private static ParcelLetters Load()
    {
        using var json = typeof(ParcelLetters).Assembly.GetManifestResourceStream("parcel-letters.codes.json")
            ?? throw new InvalidOperationException("The letters are not embedded.");
        return JsonSerializer.Deserialize<ParcelLetters>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The letters are empty.");
    }
}
