using Huodi.App.Registers;
using Huodi.Web.Layout;

namespace Huodi.Web.Registers;

/// <summary>A filed version.</summary>
/// <param name="Index">The version with all its rows.</param>
/// <param name="Filter">Which rows are listed.</param>
/// <param name="Rows">The rows of one page.</param>
/// <param name="Districts">Districts that occur, by code.</param>
/// <param name="Others">Other versions of the same register, newest first.</param>
public sealed record RegisterVersionView(
    RegisterIndex Index,
    RegisterFilter Filter,
    Paging<RegisterRow> Rows,
    IReadOnlyList<(string Code, string Name)> Districts,
    IReadOnlyList<RegisterVersion> Others);
