using System.Globalization;
using System.Xml.Linq;
using Huodi.App.Ledger.Readings;
using Huodi.Web.Ledger;
using Huodi.Web.Subjects;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Ledger;

public sealed class LifeTests
{
    private static readonly SubjectReading Reading = Read(new(2026, 11, 21));

    [Fact]
    public void LifeLine_OfAGrant_ChangesStateWhereSomethingHappenedOrWasDue()
    {
        var life = LifeLine.Of(Reading, SampleCity.Policies, SampleCity.Ledger);

        // Supplied on 1 March 2024, nothing known about the start until the (corrected) 1 October 2025; that it is neither finished nor
        // stopped is known from the patrol of 1 June 2026.
        Assert.Equal(new StatePeriod(new(2024, 3, 1), new(2026, 5, 31), "不明"), life.States[0]);
        Assert.Equal(new StatePeriod(new(2026, 6, 1), new(2026, 11, 21), "在建"), life.States[^1]);
        Assert.Contains(life.Clocks, c => c.Clock.Due == new DateOnly(2025, 3, 1) && c.Clock.Done == new DateOnly(2025, 10, 1));
    }

    [Theory]
    [InlineData(900)]
    [InlineData(350)]
    public void Draw_EveryTextAndPoint_LiesInsideTheDrawing(int width)
    {
        var life = LifeLine.Of(Reading, SampleCity.Policies, SampleCity.Ledger);
        var svg = XElement.Parse(LifeSvg.Draw(Reading, life, SampleCity.Ledger.Kinds, width));
        var height = double.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);

        Assert.All(svg.Descendants().Where(e => e.Name.LocalName == "text"), t =>
        {
            Assert.InRange(Number(t, "x") + TimelineLabels.Width(t.Value, Number(t, "font-size")), 0, width + 1);
            Assert.InRange(Number(t, "y"), 0, height);
        });
        Assert.All(svg.Descendants().Where(e => e.Name.LocalName == "circle"), c => Assert.InRange(Number(c, "cx"), 0, width));
        Assert.Contains(svg.Descendants(), e => e.Attribute("fill")?.Value == $"url(#l{width})");
        // Hollow: the start that was corrected, the last days not met, and nothing else of what happened.
        Assert.Equal(1, svg.Descendants().Count(e => e.Name.LocalName == "title" && e.Value.Contains("已被更正", StringComparison.Ordinal)));
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static SubjectReading Read(DateOnly asOf)
    {
        var entries = Assumptions.Add([], SampleLife.Entries, SampleCity.Moment);
        return new ReadSubject(SampleCity.Policies, SampleCity.Ledger).Of(entries, new(asOf));
    }
}
