using System.Globalization;
using System.Xml.Linq;

namespace Huodi.Rules.Dmn;

/// <summary>
/// Draws the requirements of a model, for editors that show nothing without a diagram: what is required stands below what requires it.
/// </summary>
internal sealed class DiagramWriter
{
    private const int Width = 180;
    private const int Height = 80;
    private const int Step = 160;

    private static readonly XNamespace Dc = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static readonly XNamespace Di = "http://www.omg.org/spec/DMN/20180521/DI/";

    private readonly XNamespace dmndi;
    private readonly Dictionary<string, IReadOnlyList<DmnRequirement>> requirements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int X, int Y)> places = new(StringComparer.Ordinal);

    public DiagramWriter(DmnVersion version) => dmndi = version == DmnVersion.V13
        ? "https://www.omg.org/spec/DMN/20191111/DMNDI/"
        : "https://www.omg.org/spec/DMN/20230324/DMNDI/";

    public static string EdgeId(string owner, int index) => string.Create(CultureInfo.InvariantCulture, $"{owner}_requires_{index + 1}");

    public XElement Write(DmnModel model)
    {
        foreach (var input in model.Inputs) requirements[input.Id] = [];
        foreach (var knowledge in model.Knowledge) requirements[knowledge.Id] = knowledge.Requirements;
        foreach (var decision in model.Decisions) requirements[decision.Id] = decision.Requirements;
        Place();
        return new XElement(
            dmndi + "DMNDI",
            new XElement(
                dmndi + "DMNDiagram",
                new XAttribute("id", "diagram"),
                places.Select(p => Shape(p.Key, p.Value)),
                requirements.SelectMany(r => r.Value.Select((required, i) => Edge(r.Key, i, required.Reference))).OfType<XElement>()));
    }

    /// <summary>
    /// Every element one level above the highest that it requires; levels from bottom to top, elements from left to right.
    /// </summary>
    private void Place()
    {
        foreach (var id in requirements.Keys) _ = LevelOf(id, []);
        var top = levels.Count == 0 ? 0 : levels.Values.Max();
        foreach (var level in requirements.Keys.GroupBy(id => levels[id]))
        {
            var x = 0;
            foreach (var id in level) places[id] = (40 + (x++ * (Width + 60)), 40 + ((top - level.Key) * Step));
        }
    }

    private int LevelOf(string id, HashSet<string> open)
    {
        if (levels.TryGetValue(id, out var level)) return level;
        if (!open.Add(id)) return 0;
        level = requirements[id].Select(r => r.Reference.TrimStart('#')).Where(requirements.ContainsKey)
            .Select(r => LevelOf(r, open) + 1).DefaultIfEmpty(0).Max();
        return levels[id] = level;
    }

    private XElement Shape(string id, (int X, int Y) place) => new(
        dmndi + "DMNShape",
        new XAttribute("id", id + "_shape"),
        new XAttribute("dmnElementRef", id),
        new XElement(
            Dc + "Bounds",
            new XAttribute("x", place.X),
            new XAttribute("y", place.Y),
            new XAttribute("width", Width),
            new XAttribute("height", Height)));

    private XElement? Edge(string owner, int index, string reference)
    {
        if (!places.TryGetValue(reference.TrimStart('#'), out var from)) return null;
        var to = places[owner];
        return new XElement(
            dmndi + "DMNEdge",
            new XAttribute("id", EdgeId(owner, index) + "_edge"),
            new XAttribute("dmnElementRef", EdgeId(owner, index)),
            Waypoint(from.X + (Width / 2), from.Y),
            Waypoint(to.X + (Width / 2), to.Y + Height));
    }

    private static XElement Waypoint(int x, int y) => new(Di + "waypoint", new XAttribute("x", x), new XAttribute("y", y));
}
