namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>How many rows are worked on at a time: few enough for all vectors of an expression to stay in the first-level caches.</summary>
internal static class Block
{
    public const int Rows = 1024;

    public const int Words = Rows / 64;
}
