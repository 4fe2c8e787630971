using Huodi.Rules.Binding;

namespace Huodi.Rules.Evaluation.Traced;

/// <summary>The text that the nodes now compiled were read from: the expression, or one cell of a table after the other.</summary>
internal sealed class TextCursor(string text, int offset)
{
    private string text = text;
    private int offset = offset;

    public void MoveTo(string newText, int newOffset) => (text, offset) = (newText, newOffset);

    /// <summary>What a node was written as.</summary>
    public string Slice(BoundNode node)
    {
        if (node is BoundTable table) return table.Source.Name;
        var start = Math.Clamp(node.Span.Start - offset, 0, text.Length);
        return text.Substring(start, Math.Clamp(node.Span.Length, 0, text.Length - start)).Trim();
    }
}
