using Huodi.App.Registers;
using Huodi.Web.Layout;

namespace Huodi.Web.Registers;

/// <summary>Which rows of a version are listed; it stands in the address.</summary>
/// <param name="Standing"><c>entered</c> or <c>suspected</c>, or none for all.</param>
/// <param name="Category">类别, or none for all.</param>
/// <param name="District">行政区划代码, or none for all.</param>
/// <param name="Text">Part of an id or a name.</param>
/// <param name="Page">Page of the list.</param>
public sealed record RegisterFilter(string? Standing, string? Category, string? District, string? Text, int? Page)
{
    /// <summary>Whether a row is asked for.</summary>
    public bool Wants(RegisterRow row) =>
        Fits(Standing, RegisterWords.Code(row.Standing)) && Fits(Category, row.Category) && Fits(District, row.Division.Digits)
        && (string.IsNullOrWhiteSpace(Text) || row.Id.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase) || row.Name.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The address with this filter below a path.</summary>
    public string Address(string path) => Links.With(path, ("standing", Standing), ("category", Category), ("district", District), ("text", Text));

    private static bool Fits(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;
}
