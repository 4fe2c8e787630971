using System.Reflection;
using System.Runtime.CompilerServices;

namespace Huodi.Conventions.Tests;

public sealed class SourceTests
{
    private const int LongestFile = 400;
    private const int MedianFile = 60;

    private static readonly string[] Vague = ["Services", "Helpers", "Models", "Common", "Utils", "Misc"];
    private static readonly string[] Forbidden = ["/" + "work/", "/" + "root/", "\"resolved\": " + "\"http"];
    private static readonly string[] VagueEndings = ["Manager", "Helper", "Util", "Utils"];

    [Fact]
    public void Files_AreShortEnough()
    {
        var files = new[] { "src", "tests", "bench" }.Where(f => Directory.Exists(Path.Combine(Checkout.Root, f)))
            .SelectMany(f => Checkout.Files(f, "*.cs", "*.razor", "*.js", "*.mjs", "*.css", "*.sql")).Where(f => !f.Contains("/xunit", StringComparison.Ordinal));

        NothingIn(files.Select(f => (File: f, Lines: File.ReadLines(Path.Combine(Checkout.Root, f)).Count()))
            .Where(f => f.Lines > LongestFile)
            .Select(f => $"{f.File}: {f.Lines} lines, {LongestFile} at most; split by aspect"));
    }

    [Fact]
    public void Files_OfTheSource_HaveASmallMedian()
    {
        var lengths = Checkout.Files("src", "*.cs").Select(f => File.ReadLines(Path.Combine(Checkout.Root, f)).Count()).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, MedianFile);
    }

    [Fact]
    public void Folders_AreNamedAfterTheDomain() => NothingIn(
        Checkout.Files("src", "*.cs").Where(f => f.Split('/').Any(Vague.Contains)).Select(f => $"{f}: name the folder after what it holds"));

    [Fact]
    public void Types_AreSealedUnlessTheyAreMeantToBeDerivedFrom() => NothingIn(
        Types().Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !HasDerived(t) && !IsPage(t)).Select(t => $"{t.FullName}: seal it"));

    [Fact]
    public void Types_HaveNamesThatSaySomething() => NothingIn(
        Types().Where(t => VagueEndings.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal))).Select(t => $"{t.FullName}: a vague name"));

    [Fact]
    public void Types_OfTheInnerProjects_HaveNoPublicSetters() => NothingIn(
        Types().Where(t => t.IsPublic && t.Assembly.GetName().Name is "Huodi.Domain" or "Huodi.Rules" or "Huodi.Policies")
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(p => $"{p.DeclaringType!.FullName}.{p.Name}: values are immutable"));

    [Fact]
    public void Projects_HaveAReadme() => NothingIn(
        Checkout.Files("src", "*.csproj").Select(f => Path.GetDirectoryName(f)!).Where(d => !File.Exists(Path.Combine(Checkout.Root, d, "README.md"))).Select(d => $"{d}: no README.md"));

    [Fact]
    public void Packages_EachHaveADecisionRecord()
    {
        var records = string.Concat(Checkout.Files("docs/adr", "*.md").Select(Checkout.Read));
        var packages = System.Xml.Linq.XDocument.Parse(Checkout.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);

        NothingIn(packages.Where(p => !records.Contains(p, StringComparison.OrdinalIgnoreCase)).Select(p => $"{p}: no decision record in docs/adr names it"));
    }

    [Fact]
    public void Texts_NameNoMachineAndNoRegistryHost() => NothingIn(
        new[] { "src", "tests", "docs", "policies", "scripts", "samples" }
            .SelectMany(f => Checkout.Files(f, "*.cs", "*.md", "*.json", "*.mjs", "*.js", "*.sh", "*.yaml", "*.razor", "*.sql"))
            .Where(f => Checkout.Read(f) is var text && Forbidden.Any(w => text.Contains(w, StringComparison.Ordinal)))
            .Select(f => $"{f}: names a path of a machine or a registry host"));

    private static void NothingIn(IEnumerable<string> problems)
    {
        var text = string.Join('\n', problems);
        Assert.True(text.Length == 0, text);
    }

    private static List<Type> Types() =>
    [
        .. Checkout.Files("src", "*.csproj").Select(f => Path.GetFileNameWithoutExtension(f))
            .SelectMany(p => Assembly.Load(p == "Huodi.Cli" ? "huodi" : p).GetTypes())
            .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !t.Name.Contains('<', StringComparison.Ordinal)),
    ];

    private static bool HasDerived(Type type) => type.Assembly.GetTypes().Any(t => t.BaseType == type || (t.BaseType?.IsGenericType == true && t.BaseType.GetGenericTypeDefinition() == type));

    private static bool IsPage(Type type)
    {
        for (var b = type.BaseType; b is not null; b = b.BaseType)
        {
            if (b.Name == "ComponentBase") return true;
        }

        return type.Name is "Program" or "_Imports";
    }
}
