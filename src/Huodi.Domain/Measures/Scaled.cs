namespace Huodi.Domain.Measures;

/// <summary>Hundredths as whole numbers, checked instead of rounded or cut.</summary>
internal static class Scaled
{
    public static long Whole(decimal value, string code, string words, string step)
    {
        if (Math.Abs(value) > long.MaxValue / 100m) throw new DomainException($"{code}_OVERFLOW", $"{words}过大，无法保存，请核对单位。");

        var scaled = value * 100m;
        return scaled == decimal.Truncate(scaled)
            ? (long)scaled
            : throw new DomainException($"{code}_PRECISION", $"{words}比 {step} 更细，请先按 {step} 取整。");
    }
}
