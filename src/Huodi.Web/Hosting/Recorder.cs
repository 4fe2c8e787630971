using System.Text.Json;

namespace Huodi.Web.Hosting;

/// <summary>Who records. There is no sign-in: the form asks, and a cookie keeps the answer for the next form.</summary>
/// <param name="Name">Name.</param>
/// <param name="Office">Office.</param>
public sealed record Recorder(string Name, string Office)
{
    /// <summary>Name of the form's field for the name.</summary>
    public const string NameField = "by-name";

    /// <summary>Name of the form's field for the office.</summary>
    public const string OfficeField = "by-office";

    private const string Cookie = "huodi-recorder";
    private const int Longest = 100;

    /// <summary>As it stands in the ledger: 王五（市自然资源和规划局）; empty when either is.</summary>
    public string Signature => Name.Length == 0 || Office.Length == 0 ? "" : $"{Name}（{Office}）";

    /// <summary>What the form says.</summary>
    public static Recorder From(IFormCollection form) => new(Cut(form[NameField].ToString()), Cut(form[OfficeField].ToString()));

    /// <summary>What the last form said; empty for the first.</summary>
    public static Recorder From(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { Length: > 0 and < 2000 } kept && JsonSerializer.Deserialize<string[]>(Uri.UnescapeDataString(kept)) is [{ } name, { } office]
                ? new(Cut(name), Cut(office))
                : new("", "");
        }
        catch (JsonException)
        {
            return new("", "");
        }
    }

    /// <summary>Keeps it for the next form.</summary>
    public void Keep(HttpResponse response) => response.Cookies.Append(
        Cookie,
        Uri.EscapeDataString(JsonSerializer.Serialize(new[] { Name, Office })),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = TimeSpan.FromDays(180), Path = "/" });

    private static string Cut(string text) => text.Trim() is { Length: > Longest } trimmed ? trimmed[..Longest] : text.Trim();
}
