namespace Huodi.App.Stores.Copies;

/// <summary>A column of a store's table.</summary>
/// <param name="Name">Its name, the same in every kind of store.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsRowNumber">Whether it is only the number of the row, which another kind of store may lack or give itself.</param>
public sealed record StoreColumn(string Name, CellKind Kind, bool IsRowNumber);
