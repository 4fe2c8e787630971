using Huodi.App.Registers;
using Huodi.Web.Layout;

namespace Huodi.Web.Registers;

/// <summary>What changed between two versions.</summary>
/// <param name="Kind">Which differences are listed: <c>joined</c>, <c>left</c>, <c>changed</c>, or none for all.</param>
/// <param name="All">All differences.</param>
/// <param name="Rows">The differences of one page.</param>
public sealed record RegisterDifferenceView(
    RegisterVersion Before, RegisterVersion After, string? Kind, IReadOnlyList<RegisterDifference> All, Paging<RegisterDifference> Rows);
