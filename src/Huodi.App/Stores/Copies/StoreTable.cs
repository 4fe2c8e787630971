namespace Huodi.App.Stores.Copies;

/// <summary>A table of a store.</summary>
/// <param name="Name">Its name, the same in every kind of store.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="References">The tables that its rows refer to.</param>
public sealed record StoreTable(string Name, IReadOnlyList<StoreColumn> Columns, IReadOnlyList<string> References);
