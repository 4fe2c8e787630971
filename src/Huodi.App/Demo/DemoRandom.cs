namespace Huodi.App.Demo;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere and for ever, which System.Random does not promise.</summary>
internal sealed class DemoRandom(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state = seed;

    /// <summary>A stream of its own for each pair of numbers, so that one parcel does not depend on how many came before it.</summary>
    public static DemoRandom For(ulong seed, ulong stream) => new(Mix(unchecked(seed + (Golden * (stream + 1)))));

    public ulong Next() => Mix(_state = unchecked(_state + Golden));

    /// <summary>At least 0, less than 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double least, double most) => least + (Share() * (most - least));

    /// <summary>Both ends included.</summary>
    public int Whole(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public bool Chance(double share) => Share() < share;

    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Whole(0, choices.Length - 1)];

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
