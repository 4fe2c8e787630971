using System.Xml;
using System.Xml.Linq;
using Huodi.Rules.Dmn;

namespace Huodi.Rules;

/// <summary>
/// Writes DMN XML. What version 1.3 has no element for (boxed conditionals, filters and iterations) is written as the FEEL text it stands
/// for.
/// </summary>
public static class DmnWriter
{
    /// <summary>Writes a model.</summary>
    /// <exception cref="NotSupportedException">Version 1.3 is asked for, and cannot say what the model says.</exception>
    public static void Write(DmnModel model, DmnVersion version, TextWriter output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var writer = XmlWriter.Create(output, settings);
        new XDocument(new XDeclaration("1.0", "UTF-8", null), new DefinitionsWriter(version).Write(model)).Save(writer);
    }

    /// <summary>The model as text.</summary>
    /// <exception cref="NotSupportedException">As above.</exception>
    public static string Write(DmnModel model, DmnVersion version)
    {
        using var text = new Utf8Text();
        Write(model, version, text);
        return text.ToString();
    }

    /// <summary>A text whose declaration says UTF-8.</summary>
    private sealed class Utf8Text() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;
    }
}
