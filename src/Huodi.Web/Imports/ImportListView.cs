using Huodi.App.Imports;

namespace Huodi.Web.Imports;

/// <summary>All imports, newest first.</summary>
public sealed record ImportListView(IReadOnlyList<ImportReport> Imports);
