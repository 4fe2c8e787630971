using System.Globalization;
using System.Xml.Linq;
using Huodi.Domain.Clocks;
using Huodi.Web.Subjects;

namespace Huodi.Web.Tests.Drawing;

public sealed class TimelineTests
{
    private static readonly DateOnly Agreed = new(2020, 3, 1);
    private static readonly DateOnly AsOf = new(2021, 3, 1);

    [Fact]
    public void Draw_Segments_FillTheirShareOfTheLine()
    {
        ExcludedPeriod[] excluded = [new("疫情", new DateOnly(2020, 6, 1), new DateOnly(2020, 8, 31))];
        var reckoning = DefaultClock.Run(Agreed, AsOf, excluded, [], "人民法院处置");
        var svg = XElement.Parse(TimelineSvg.Draw(Clock(reckoning, excluded), 900));

        var counted = Bars(svg, "#c0392b").Sum(Width);
        var struck = Bars(svg, "url(#t900)").Where(b => b.Attribute("height")?.Value == "20").Sum(Width);

        Assert.Equal((double)reckoning.Days / reckoning.DaysOf(SegmentKind.Excluded), counted / struck, 0.02);
    }

    [Theory]
    [InlineData(900)]
    [InlineData(350)]
    public void Draw_EveryText_LiesInsideTheDrawing(int width)
    {
        ExcludedPeriod[] excluded = [new("政府原因<b>", Agreed, null), new("不可抗力", new DateOnly(2020, 2, 1), new DateOnly(2020, 2, 2))];
        var svg = XElement.Parse(TimelineSvg.Draw(Clock(DefaultClock.Run(Agreed, AsOf, excluded, [], ""), excluded), width));

        Assert.All(svg.Descendants().Where(e => e.Name.LocalName == "text"), t =>
        {
            var left = Number(t, "x");
            Assert.InRange(left, 0, width);
            Assert.InRange(left + TimelineLabels.Width(t.Value, Number(t, "font-size")), 0, width + 1);
        });
    }

    [Fact]
    public void Place_LabelsThatWouldOverlap_GetRowsOfTheirOwn()
    {
        var placed = TimelineLabels.Place([("约定 2020-03-01", 100), ("实际 2020-03-20", 110), ("远处", 600)], 0, 900, 14);

        Assert.Equal([0, 1, 0], placed.Select(p => p.Row));
    }

    [Fact]
    public void Years_LongSpan_AreNoMoreThanAskedFor()
    {
        var scale = new TimelineScale([new DateOnly(1990, 1, 1), new DateOnly(2026, 1, 1)], 0, 900);

        Assert.InRange(scale.Years(12).Count(), 2, 12);
    }

    private static ClockView Clock(DefaultReckoning reckoning, IReadOnlyList<ExcludedPeriod> excluded) =>
        new(AsOf, [new ClockTrack("开工", Agreed, null, reckoning, "")], excluded, [], null, "");

    private static IEnumerable<XElement> Bars(XElement svg, string fill) => svg.Descendants().Where(e => e.Attribute("fill")?.Value == fill);

    private static double Width(XElement bar) => Number(bar, "width");

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)?.Value ?? "", CultureInfo.InvariantCulture);
}
