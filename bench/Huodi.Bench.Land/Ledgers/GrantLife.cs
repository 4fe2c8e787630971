using System.Globalization;

namespace Huodi.Bench.Land.Ledgers;

/// <summary>The life of one grant, made up: about a dozen entries, in the order in which they came about. Four cities, so that their policies all take part.</summary>
internal sealed class GrantLife
{
    private const int First = 2010;
    private const int Years = 16;

    private static readonly string[] Divisions =
    [
        "210202", "210203", "210204", "210211", "210212", "210213", "210281", "340102", "340103", "340104", "340111", "340121", "370202", "370211", "370212", "370281",
        "650102", "650104", "650106",
    ];

    private static readonly string[] Stages = ["首期", "二期", "三期"];
    private static readonly int Today = new DateOnly(2026, 11, 1).DayNumber;

    private readonly List<LifeEvent> _events = new(40);
    private Chance _chance;
    private int _supplied;

    /// <summary>The events by day; what would lie in the future has not happened.</summary>
    public IReadOnlyList<LifeEvent> Events => _events;

    /// <summary>The 电子监管号.</summary>
    public static string Number(int grant) => string.Create(
        CultureInfo.InvariantCulture, $"{Divisions[grant % Divisions.Length]}{First + (grant / Divisions.Length % Years)}B{grant / Divisions.Length / Years:00000}");

    /// <summary>Takes a grant in place of the one before.</summary>
    public void Take(int grant)
    {
        _events.Clear();
        _chance = new((ulong)grant * 2654435761);
        var division = Divisions[grant % Divisions.Length];
        _supplied = new DateOnly(First + (grant / Divisions.Length % Years), 1, 1).DayNumber + _chance.Below(365);
        var start = _supplied + 180 + _chance.Below(400);
        var end = start + 400 + _chance.Below(900);
        var price = (100 + _chance.Below(90_000)) * 10_000L;
        Supply(division, price, start, end);
        Pay(price);
        Build(start, end);
        Disturb(start);
        if (division.StartsWith("3702", StringComparison.Ordinal)) Deposit(price / 20);
        if (_chance.Percent(4)) Add("transition-use", Math.Max(_supplied + 900, Today - 2200) + _chance.Below(1800), d => $$"""{"存量空间新用途":"文化创意","过渡期起算日期":"{{Text(d)}}"}""");
        if (_chance.Percent(4)) Add("resumption", end + 300 + _chance.Below(900), """{"退出方式":"协议有偿收回"}""");
        _ = _events.RemoveAll(e => e.Day > Today);
        _events.Sort((a, b) => a.Day.CompareTo(b.Day));
    }

    private void Supply(string division, long price, int start, int end)
    {
        var area = 2_000 + _chance.Below(90_000);
        Add("supply", _supplied, $$"""
            {"供地方式":"挂牌出让","出让价款总额":{{price}}.00,"合同签订日期":"{{Text(_supplied)}}","土地使用年限":{{(_chance.Percent(50) ? 40 : 50)}},"土地用途":"{{(_chance.Percent(60) ? "工业用地" : "商服用地")}}","宗地面积":{{area}}.{{_chance.Below(90) + 10}},"容积率上限":{{1 + _chance.Below(3)}}.5,"权利人":"第{{_chance.Below(50_000)}}公司","权利类型":"出让","约定交地日期":"{{Text(_supplied + 60)}}",{{(_chance.Percent(90) ? $"\"约定开工日期\":\"{Text(start)}\"," : "")}}"约定竣工日期":"{{Text(end)}}","行业分类":"C{{30 + _chance.Below(9)}}","行政区划代码":"{{division}}"}
            """);
        if (_chance.Percent(90)) Add("handover", _supplied + 40 + _chance.Below(60), "{}");
    }

    private void Pay(long price)
    {
        var stages = 1 + _chance.Below(3);
        for (var i = 0; i < stages; i++)
        {
            var (due, amount) = (_supplied + 30 + (i * 150), i < stages - 1 ? price / stages : price - (price / stages * (stages - 1)));
            Add("payment-plan", _supplied, $$"""{"付款期次":"{{Stages[i]}}","应缴日期":"{{Text(due)}}","应缴金额":{{amount}}.00}""");
            if (!_chance.Percent(95)) break; // the rest is owed
            Add("payment", due - 20 + _chance.Below(30), $$"""{"付款期次":"{{Stages[i]}}","凭证号":"P{{_chance.Below(1_000_000)}}","缴款金额":{{amount}}.00}""");
        }

        if (_chance.Percent(1)) Add("refund", _supplied + 500, $$"""{"凭证号":"R{{_chance.Below(1_000_000)}}","退款金额":1000.00}""");
    }

    private void Build(int start, int end)
    {
        if (_chance.Percent(70)) Add("construction-permit", start - 20, $$"""{"许可证编号":"建施{{_chance.Below(1_000_000)}}"}""");
        if (_chance.Percent(10))
        {
            Add("patrol", start + 30 + _chance.Below(300), """{"巡查方式":"现场","已开工":false}""");
            return;
        }

        var begun = start - 60 + _chance.Below(150);
        Add("start", begun, """{"取得施工许可证":true}""");
        for (var i = 0; i <= _chance.Below(3); i++) Add("progress", begun + 100 + (i * 200), $$"""{"已投资额":{{(i + 1) * 5_000_000L}}.00,"总投资额":90000000.00}""");
        if (_chance.Percent(60)) Add("patrol", begun + 60 + _chance.Below(500), """{"停工中":false,"巡查方式":"遥感","已竣工":false}""");
        if (_chance.Percent(50)) Add("title-registration", begun + 90, $$"""{"权利人":"第{{_chance.Below(50_000)}}公司"}""");
        if (!_chance.Percent(88)) return;
        Add("completion", end - 100 + _chance.Below(300), $$"""{"建筑面积":{{5_000 + _chance.Below(90_000)}}.00}""");
        if (_chance.Percent(50)) Add("production", end + 200, "{}");
        for (var i = 0; i < 2 && _chance.Percent(60); i++) Add("annual-review", end + 300 + (i * 365), $$"""{"审查结论":"通过","年纳税额":{{_chance.Below(9_000_000)}}.00,"评价年度":"{{DateOnly.FromDayNumber(end + 300 + (i * 365)).Year - 1}}"}""");
    }

    private void Disturb(int start)
    {
        if (_chance.Percent(30)) Add("interval-check", start + 40, "{}");
        if (_chance.Percent(4)) Between("seizure", "seizure-release", start - 200 + _chance.Below(500), """{"事项编号":"查1"}""", """{"事项编号":"查1"}""");
        if (_chance.Percent(5)) Between("obstacle", "obstacle-end", start - 100 + _chance.Below(300), """{"事项编号":"障1","障碍原因":"政府原因"}""", """{"事项编号":"障1"}""");
        if (_chance.Percent(4)) Between("suspension", "resumption-of-works", start + 200 + _chance.Below(300), "{}", "{}");
        if (_chance.Percent(6)) Add("supplementary-contract", start + _chance.Below(200), d => $$"""{"约定开工日期":"{{Text(d + 200)}}","约定竣工日期":"{{Text(d + 1100)}}"}""");
        if (_chance.Percent(3)) Add("holder-change", start + _chance.Below(900), $$"""{"变更原因":"转让","权利人":"第{{_chance.Below(50_000)}}公司"}""");
        if (_chance.Percent(5)) Add("start-promise", start + 100, """{"承诺六个月内开工":true}""");
        if (!_chance.Percent(2)) return;
        Add("idle-suspicion", start + 400, "{}");
        Add("investigation-notice", start + 420, $$"""{"文号":"闲调{{_chance.Below(10_000)}}","送达方式":"直接送达"}""");
    }

    private void Deposit(long amount)
    {
        Add("deposit", _supplied + 5, $$"""{"保证金缴纳金额":{{amount}}.00,"凭证号":"B{{_chance.Below(1_000_000)}}"}""");
        if (_chance.Percent(60)) Add("deposit-return", _supplied + 900, $$"""{"保证金返还金额":{{amount / 2}}.00,"凭证号":"F{{_chance.Below(1_000_000)}}","返还依据进度":"开工"}""");
    }

    private void Between(string from, string to, int day, string begin, string end)
    {
        Add(from, day, begin);
        if (_chance.Percent(80)) Add(to, day + 60 + _chance.Below(300), end);
    }

    private void Add(string kind, int day, Func<int, string> fields) => Add(kind, day, fields(day));

    private void Add(string kind, int day, string fields) => _events.Add(new(kind, Math.Max(day, _supplied), fields));

    private static string Text(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
