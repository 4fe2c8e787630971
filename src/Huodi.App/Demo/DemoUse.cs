namespace Huodi.App.Demo;

/// <summary>What is ordinary for one kind of use: invented orders of magnitude, no city's prices and no rule.</summary>
/// <param name="Use">用途大类.</param>
/// <param name="LandUse">土地用途 as a contract would word it.</param>
/// <param name="Term">土地使用年限.</param>
/// <param name="Price">元/㎡ of land, least and most.</param>
/// <param name="Ratio">容积率, least and most.</param>
/// <param name="Investment">元/㎡ of land, least and most.</param>
/// <param name="Allocated">Share that is supplied by 划拨.</param>
internal sealed record DemoUse(
    string Use, string LandUse, int Term, (int Least, int Most) Price, (double Least, double Most) Ratio, (int Least, int Most) Investment, double Allocated)
{
    private static readonly (double Until, DemoUse Use)[] Mix =
    [
        (0.45, new("工业", "工业用地", 50, (200, 600), (0.8, 2.2), (2_000, 8_000), 0)),
        (0.67, new("住宅", "城镇住宅用地", 70, (2_500, 12_000), (1.2, 2.8), (5_000, 15_000), 0.12)),
        (0.80, new("商业", "商务金融用地", 40, (2_000, 8_000), (1.0, 3.5), (5_000, 18_000), 0)),
        (0.90, new("公建", "教育用地", 50, (400, 1_200), (0.5, 1.5), (3_000, 9_000), 0.85)),
        (1.00, new("仓储", "仓储用地", 50, (180, 500), (0.8, 1.8), (1_500, 5_000), 0)),
    ];

    public static DemoUse Draw(DemoRandom random)
    {
        var share = random.Share();
        return Mix.First(m => share < m.Until).Use;
    }
}
