using System.Xml;
using System.Xml.Linq;

namespace Huodi.Rules;

/// <summary>
/// Reads DMN XML of versions 1.2 to 1.5. Elements are known by their local names; diagrams and extensions are not looked at.
/// </summary>
public static class DmnReader
{
    private const int MaxCharacters = 20_000_000;

    /// <summary>Reads a model. Text that is not XML, or not DMN, gives diagnostics.</summary>
    public static Compiled<DmnModel> Read(TextReader xml)
    {
        try
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
            };
            using var reader = XmlReader.Create(xml, settings);
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
            return root?.Name.LocalName == "definitions"
                ? new Compiled<DmnModel>(Dmn.DefinitionsReader.Read(root), [])
                : Failed("DMN001", "不是 DMN 文件：根元素应为 definitions");
        }
        catch (XmlException error)
        {
            return Failed("DMN002", $"XML 有误（第 {error.LineNumber} 行第 {error.LinePosition} 列）：{error.Message}");
        }
        catch (Dmn.DmnFormatException error)
        {
            return Failed("DMN003", error.Message);
        }
    }

    /// <summary>Reads a model from a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Compiled<DmnModel> ReadFile(string path)
    {
        using var text = new StreamReader(path);
        return Read(text);
    }

    private static Compiled<DmnModel> Failed(string code, string message) =>
        new(null, [new Diagnostic(code, Severity.Error, default, message, null)]);
}
