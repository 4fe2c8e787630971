using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;

namespace Huodi.App.Demo;

/// <summary>Writes the facts of one generated parcel by the contract's names. They agree with each other; some are left out, as in life.</summary>
internal sealed class DemoFacts(DemoRandom random, DateOnly today, int row, string label)
{
    private readonly List<RecordedFact> _facts = new(48);

    public FactSheet Of(DivisionCode division, decimal measured)
    {
        var use = DemoUse.Draw(random);
        var right = random.Chance(use.Allocated) ? "划拨" : use.Use == "工业" && random.Chance(0.05) ? "租赁" : "出让";
        var story = DemoStory.Tell(random, today);
        var area = random.Chance(0.1) ? Math.Round(measured * (decimal)random.Between(0.96, 1.04), 2) : measured;

        Add("行政区划代码", division.Digits);
        Add("项目名称", $"演示项目 {label}（生成）");
        Add("权利人", $"演示企业 {label}（生成）");
        Add("宗地面积", area);
        Add("土地用途", use.LandUse);
        Add("用途大类", use.Use);
        Add("权利类型", right);
        Sometimes(0.9, "房地产用地", right == "出让" && use.Use is "住宅" or "商业");
        Contract(story, use, right);
        Building(area, use);
        Progress(story, area, use);
        Money(area, use, right);
        Periods(story);
        Standing(story, use, right);
        return new FactSheet(_facts);
    }

    private void Contract(DemoStory story, DemoUse use, string right)
    {
        Sometimes(0.97, "供地日期", story.Supplied);
        if (right != "划拨") Add("合同签订日期", story.Supplied);
        if (right == "出让") Add("土地使用年限", use.Term);
        Add("约定交地日期", story.AgreedHandover);
        if (story.Handover is { } handover) Sometimes(0.9, "实际交地日期", handover);
        Sometimes(0.97, "约定开工日期", story.AgreedStart);
        Sometimes(0.97, "约定竣工日期", story.AgreedFinish);
    }

    private void Building(decimal area, DemoUse use)
    {
        var ratio = Round(random.Between(use.Ratio.Least, use.Ratio.Most));
        Sometimes(0.9, "容积率", ratio);
        Sometimes(0.85, "建筑面积", Math.Round(area * ratio, 2));
    }

    private void Progress(DemoStory story, decimal area, DemoUse use)
    {
        if (story.Start is { } start) Add("实际开工日期", start);
        if (story.Finish is { } finish) Add("实际竣工日期", finish);
        if (story.State == DemoState.Unrecorded) return;

        Add("已开工", story.Start is not null);
        Add("已竣工", story.Finish is not null);
        if (story.State is DemoState.Building or DemoState.Stopped) Add("已停工满一年", story.State == DemoState.Stopped);

        var total = Whole(area * (decimal)random.Between(use.Investment.Least, use.Investment.Most), 10_000);
        var share = (decimal)(story.State switch
        {
            DemoState.Finished => 1,
            DemoState.Building => random.Between(0.1, 0.95),
            DemoState.Stopped => random.Between(0.03, 0.6),
            _ => random.Between(0, 0.06),
        });
        Sometimes(0.9, "总投资额", total);
        Sometimes(0.85, "已投资额", Whole(total * share, 10_000));
        Sometimes(0.9, "应动工面积", area);
        Sometimes(0.9, "已动工面积", story.Start is null ? 0 : Math.Round(area * Math.Min(1, share * 1.1m), 2));
    }

    private void Money(decimal area, DemoUse use, string right)
    {
        var price = Whole(area * (decimal)random.Between(use.Price.Least, use.Price.Most), 100);
        if (right == "划拨") Sometimes(0.5, "划拨价款总额", Whole(price / 4, 100));
        if (right != "出让") return;

        Add("出让价款总额", price);
        Sometimes(0.95, "已缴出让价款", random.Chance(0.8) ? price : Whole(price * (decimal)random.Between(0.2, 0.95), 100));
        Sometimes(0.2, "约定违约金日费率", random.Pick<decimal>([0.0003m, 0.0005m, 0.001m]));
    }

    private void Periods(DemoStory story)
    {
        var (excluded, changes) = DemoPeriods.Of(random, story, today);
        if (excluded.Count > 0 || random.Chance(0.8)) Add("不计入期间", excluded);
        if (changes.Count > 0 || random.Chance(0.8)) Add("权利主体变更", changes);
    }

    private void Standing(DemoStory story, DemoUse use, string right)
    {
        if (story.Cause is { } cause) Add("闲置原因", cause);
        var overdue = story.State is DemoState.NotStarted && story.AgreedStart < today.AddDays(-400);
        Sometimes(0.85, "已认定闲置", overdue && random.Chance(0.4));
        if (right == "出让") Sometimes(0.9, "已取得土地使用权证书", story.Start is not null || random.Chance(0.7));
        Sometimes(0.8, "权属清晰", random.Chance(0.95));
        Sometimes(0.7, "二调为建设用地", random.Chance(0.8));
        Sometimes(0.7, "三调为建设用地", random.Chance(0.85));
        Sometimes(0.7, "规划为建设用途", random.Chance(0.9));
        if (use.Use is "工业" or "仓储") Sometimes(0.8, "园区内工业用地", random.Chance(0.6));
        if (use.Use == "住宅" && story.State is DemoState.Building or DemoState.Stopped) Housing();
        if (story.Cause == "企业自身原因" && random.Chance(0.4)) Promise();
        LowEfficiency(use);
    }

    /// <summary>Drawn last, so that all other facts of a parcel stay as they were.</summary>
    private void LowEfficiency(DemoUse use)
    {
        var kind = use.Use switch { "工业" => "低效工业用地", "仓储" => "旧仓储", "商业" => "旧商业", _ => null };
        if (kind is null || !random.Chance(0.3)) return;
        Add("低效用地类型", kind);
        Sometimes(0.6, "已认定低效用地", random.Chance(0.5));
    }

    private void Housing()
    {
        var listed = random.Chance(0.15);
        Add("保交楼项目", listed);
        if (listed) Add("保交楼已完成", false);
    }

    private void Promise()
    {
        var start = today.AddDays(random.Whole(30, 400));
        Add("同意重新约定", true);
        Add("承诺开工日期", start);
        Add("承诺竣工日期", start.AddDays(random.Whole(400, 1_000)));
    }

    private void Add(string name, string value) => Put(name, JsonValue.Create(value));

    private void Add(string name, decimal value) => Put(name, JsonValue.Create(value));

    private void Add(string name, bool value) => Put(name, JsonValue.Create(value));

    private void Add(string name, DateOnly value) => Put(name, JsonValue.Create(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private void Add(string name, JsonArray value) => Put(name, value);

    private void Sometimes(double share, string name, decimal value)
    {
        if (random.Chance(share)) Add(name, value);
    }

    private void Sometimes(double share, string name, bool value)
    {
        if (random.Chance(share)) Add(name, value);
    }

    private void Sometimes(double share, string name, DateOnly value)
    {
        if (random.Chance(share)) Add(name, value);
    }

    private void Put(string name, JsonNode value) => _facts.Add(new(name, value, new FactSource(0, DemoParcels.SourceFile, row, name)));

    private static decimal Round(double value) => Math.Round((decimal)value, 2);

    private static decimal Whole(decimal value, int step) => Math.Round(value / step) * step;
}
