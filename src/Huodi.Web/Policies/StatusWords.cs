using Huodi.Policies.Answers;

namespace Huodi.Web.Policies;

/// <summary>A package's status in Chinese.</summary>
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
}
