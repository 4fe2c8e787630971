namespace Huodi.App.Stores;

/// <summary>The original cells of a row that was read well, asked for only when the store refuses it; empty when there are none.</summary>
/// <param name="row">Line or feature number in the file, from 1.</param>
public delegate IReadOnlyList<string> RowCells(int row);
