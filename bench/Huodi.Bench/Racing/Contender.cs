namespace Huodi.Bench.Racing;

/// <summary>One way to do the work: how many rows a call does, and whether it is the peer that the others are measured by.</summary>
internal sealed record Contender(string Name, int Rows, Action Run, bool IsPeer = false);

/// <summary>What a contender reached: the median of the rounds.</summary>
internal sealed record Standing(string Name, double RowsPerSecond, double BytesPerRow, bool IsPeer);
