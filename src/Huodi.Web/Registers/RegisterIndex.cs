using Huodi.App.Registers;

namespace Huodi.Web.Registers;

/// <summary>A filed version with what its lists show. It never changes.</summary>
public sealed record RegisterIndex(RegisterVersion Version, IReadOnlyList<RegisterRow> Rows);
