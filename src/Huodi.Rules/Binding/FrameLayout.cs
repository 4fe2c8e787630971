namespace Huodi.Rules.Binding;

/// <summary>
/// The locals of one function (or of the expression itself) while it is bound: which names are visible, how many slots it needs.
/// </summary>
internal sealed class FrameLayout(FrameLayout? outer)
{
    private readonly List<Visible> visible = [];

    public FrameLayout? Outer => outer;

    public int Size { get; private set; }

    public int Mark => visible.Count;

    public IReadOnlyList<Visible> Names => visible;

    /// <summary>A new slot with a name.</summary>
    public int Declare(string name, FeelType type)
    {
        visible.Add(new Visible(name, Size, type, false));
        return Size++;
    }

    /// <summary>Makes a slot visible again under a name.</summary>
    public void Redeclare(string name, int index, FeelType type) => visible.Add(new Visible(name, index, type, false));

    /// <summary>A new slot for the item of a filter: its entries are visible, and <c>item</c> itself.</summary>
    public int DeclareItem(FeelType type)
    {
        visible.Add(new Visible("item", Size, type, true));
        return Size++;
    }

    public void Forget(int mark) => visible.RemoveRange(mark, visible.Count - mark);

    public readonly record struct Visible(string Name, int Index, FeelType Type, bool IsItem);
}
