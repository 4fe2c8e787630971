namespace Huodi.Policies.Answers;

/// <summary>The Chinese names of a package's status on a day, one word for each everywhere.</summary>
public static class PackageStatusNames
{
    /// <summary>The name of a status in the contract's spelling, for example 现行有效; the text itself when there is none.</summary>
    public static string Chinese(string status) => status switch
    {
        "in-force" => "现行有效",
        "not-yet" => "尚未生效",
        "draft" => "征求意见",
        "expired" => "已失效",
        "explanatory" => "仅作说明",
        _ => status,
    };
}
