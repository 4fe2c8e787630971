using System.Xml.Linq;

namespace Huodi.Rules.Dmn;

/// <summary>DMN's habits in XML.</summary>
internal static class Xml
{
    public static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(e => e.Name.LocalName == name);

    public static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    public static string NameOf(XElement element) =>
        string.Join(' ', (element.Attribute("name")?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string IdOf(XElement element) => element.Attribute("id")?.Value ?? NameOf(element);

    public static DmnVariable Variable(XElement element) => new(NameOf(element), TypeOf(element));

    /// <summary>The type reference: an attribute, or an element in older versions.</summary>
    public static string? TypeOf(XElement element) =>
        TypeRef(element.Attribute("typeRef")?.Value ?? Child(element, "typeRef")?.Value);

    /// <summary>A type reference without <c>feel:</c> or <c>feel.</c> in front.</summary>
    public static string? TypeRef(string? reference)
    {
        reference = reference?.Trim();
        if (string.IsNullOrEmpty(reference)) return null;
        return reference.StartsWith("feel:", StringComparison.Ordinal) || reference.StartsWith("feel.", StringComparison.Ordinal)
            ? reference[5..]
            : reference;
    }

    /// <summary>The content of the <c>text</c> child.</summary>
    public static string? TextOf(XElement? element) => element is null ? null : Child(element, "text")?.Value;
}
