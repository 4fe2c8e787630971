namespace Huodi.Domain.Facts;

/// <summary>Where a recorded fact was read: the import it came with, the file, and the place in the file.</summary>
/// <param name="Batch">Number of the import batch; 0 while the batch is not saved.</param>
/// <param name="File">Name of the file, without a folder.</param>
/// <param name="Row">Line or feature number in the file, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column or property the value was read from.</param>
public sealed record FactSource(long Batch, string File, int Row, string Column);
