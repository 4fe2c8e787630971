namespace Huodi.Domain.Ledger.Projection;

/// <summary>Which note says something.</summary>
/// <param name="Index">Place among the notes given.</param>
/// <param name="Number">Number of the entry.</param>
/// <param name="Happened">Its day.</param>
internal readonly record struct NotePlace(int Index, long Number, DateOnly Happened);
