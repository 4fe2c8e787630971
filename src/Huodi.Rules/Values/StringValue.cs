using System.Globalization;
using System.Text;

namespace Huodi.Rules;

internal sealed class StringValue(string value) : FeelValue
{
    public static readonly StringValue Empty = new("");

    public string Value => value;

    public override FeelKind Kind => FeelKind.String;

    public override string AsString() => value;

    public override bool Equals(FeelValue? other) => other is StringValue s && string.Equals(s.Value, value, StringComparison.Ordinal);

    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Quote(value);

    /// <summary>The FEEL string literal.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
