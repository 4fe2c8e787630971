using System.Globalization;
using Huodi.Policies.Answers;
using Huodi.Policies.Packages;

namespace Huodi.Web.Policies;

/// <summary>A package's status and term in Chinese.</summary>
internal static class StatusWords
{
    /// <summary>The status on a day.</summary>
    public static string Of(string status) => PackageStatusNames.Chinese(status);

    /// <summary>The style of its mark.</summary>
    public static string Style(string status) => status switch
    {
        "in-force" => "mark-good",
        "draft" or "not-yet" => "mark-wait",
        _ => "mark-off",
    };

    /// <summary>The term, as far as it is known.</summary>
    public static string Term(PolicyPackage package) => (package.ValidFrom, package.ValidTo) switch
    {
        (null, null) => "施行期不详",
        ({ } from, null) => $"{Day(from)}起施行",
        (null, { } to) => $"有效期至{Day(to)}",
        ({ } from, { } to) => $"{Day(from)}至{Day(to)}",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
