using Huodi.Domain.Facts;

namespace Huodi.Web.Layout;

/// <summary>Addresses of pages; every part that comes from data is escaped.</summary>
internal static class Links
{
    public static string Parcel(string id) => $"/parcels/{Path(id)}";

    public static string Grant(string number) => $"/grants/{Path(number)}";

    public static string Subject(SubjectKind kind, string id) => kind == SubjectKind.Parcel ? Parcel(id) : Grant(id);

    public static string Package(string id) => $"/policies/{Uri.EscapeDataString(id)}";

    public static string Article(string package, string article) => $"{Package(package)}#{Uri.EscapeDataString(article)}";

    public static string Case(string package, int number) => FormattableString.Invariant($"{Package(package)}/cases/{number}");

    public static string Run(long number) => FormattableString.Invariant($"/runs/{number}");

    /// <summary>An address with a query; pairs without a value are left out.</summary>
    public static string With(string address, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            address += $"{separator}{name}={Uri.EscapeDataString(value)}";
            separator = '&';
        }

        return address;
    }

    private static string Path(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
