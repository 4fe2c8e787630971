namespace Huodi.Bench.Land.Cities;

/// <summary>A rectangle of lattice nodes.</summary>
internal readonly record struct Block(int X0, int Y0, int X1, int Y1)
{
    public int Width => X1 - X0;

    public int Height => Y1 - Y0;
}
