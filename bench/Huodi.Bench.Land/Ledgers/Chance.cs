namespace Huodi.Bench.Land.Ledgers;

/// <summary>Numbers by chance, the same for the same seed (SplitMix64).</summary>
internal struct Chance(ulong seed)
{
    private ulong _state = seed;

    public int Below(int bound)
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((ulong)(uint)(z ^ (z >> 31)) * (uint)bound >> 32);
        }
    }

    public bool Percent(int share) => Below(100) < share;
}
