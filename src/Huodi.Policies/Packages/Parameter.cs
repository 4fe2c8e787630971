namespace Huodi.Policies.Packages;

/// <summary>A figure of the law with its start dates.</summary>
/// <param name="Name">Name used in expressions.</param>
/// <param name="ArticleId">Article it stands in.</param>
/// <param name="Values">FEEL text by first day, ascending; empty when nobody has set it yet.</param>
/// <param name="Type">FEEL type.</param>
/// <param name="Unit">Unit, or null.</param>
/// <param name="Office">Who sets it, when it is not set; else empty.</param>
/// <param name="Line">Line in the document, from 1.</param>
public sealed record Parameter(
    string Name, string ArticleId, IReadOnlyList<KeyValuePair<DateOnly, string>> Values, string Type, string? Unit, string Office, int Line)
{
    /// <summary>What it means; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the figure comes from when it is not this article; may be empty.</summary>
    public string Authority { get; init; } = "";
}
