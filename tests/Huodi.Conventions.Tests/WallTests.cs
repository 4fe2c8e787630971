using System.Reflection;
using System.Xml.Linq;

namespace Huodi.Conventions.Tests;

/// <summary>References point inward only: what each project may know, by its project file and by its assembly.</summary>
public sealed class WallTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Huodi.Rules"] = [],
        ["Huodi.Domain"] = [],
        ["Huodi.Policies"] = ["Huodi.Rules", "Huodi.Domain"],
        ["Huodi.App"] = ["Huodi.Domain", "Huodi.Policies"],
        ["Huodi.Store.GeoPackage"] = ["Huodi.App"],
        ["Huodi.Store.Postgres"] = ["Huodi.App"],
        ["Huodi.Formats"] = ["Huodi.App"],
        ["Huodi.Web"] = ["Huodi.App", "Huodi.Store.GeoPackage", "Huodi.Store.Postgres", "Huodi.Formats"],
        ["Huodi.Cli"] = ["Huodi.App", "Huodi.Store.GeoPackage", "Huodi.Store.Postgres", "Huodi.Formats", "Huodi.Web"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["Huodi.Rules"] = [],
        ["Huodi.Domain"] = ["NetTopologySuite"],
        ["Huodi.Policies"] = ["Markdig", "YamlDotNet"],
        ["Huodi.App"] = [],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Source_HoldsTheProjectsOfTheDesignAndNoOther() => Assert.Equal(
        Allowed.Keys.Order(StringComparer.Ordinal),
        Checkout.Files("src", "*.csproj").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectFile_ReferencesInwardOnly(string project)
    {
        var file = XDocument.Parse(Checkout.Read($"src/{project}/{project}.csproj"));

        var references = Includes(file, "ProjectReference").Select(Path.GetFileNameWithoutExtension);

        Assert.Empty(references.Except(Allowed[project]));
        if (AllowedPackages.TryGetValue(project, out var packages)) Assert.Empty(Includes(file, "PackageReference").Except(packages));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Assembly_KnowsOnlyWhatItMay(string project)
    {
        var assembly = Load(project);
        var reachable = new HashSet<string>(StringComparer.Ordinal);
        Reach(project, reachable);

        var known = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Huodi.", StringComparison.Ordinal));

        Assert.Empty(known.Except(reachable));
    }

    private static void Reach(string project, HashSet<string> reachable)
    {
        foreach (var reference in Allowed[project])
        {
            if (reachable.Add(reference)) Reach(reference, reachable);
        }
    }

    private static IEnumerable<string> Includes(XDocument file, string element) => file.Descendants(element).Select(e => e.Attribute("Include")!.Value);

    private static Assembly Load(string project) => Assembly.Load(project == "Huodi.Cli" ? "huodi" : project);
}
