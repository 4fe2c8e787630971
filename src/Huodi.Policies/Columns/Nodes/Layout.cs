using System.Numerics;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>
/// How the numbers that a node's inputs hold in a row make one key. An input that has held one number in all rows so far takes no room;
/// others take as many bits as their domain needs, with room to grow.
/// </summary>
internal sealed class Layout
{
    private readonly Node[] _inputs;
    private readonly int[] _fixed;
    private readonly int[] _width;
    private readonly int[] _shift;

    /// <summary>Lays out the inputs as they are in the chunk that was run last, wide enough for what an earlier layout saw vary.</summary>
    public Layout(Node[] inputs, Layout? earlier)
    {
        _inputs = inputs;
        (_fixed, _width, _shift) = (new int[inputs.Length], new int[inputs.Length], new int[inputs.Length]);
        for (var k = 0; k < inputs.Length; k++)
        {
            var stays = inputs[k].IsConstant && (earlier is null || earlier._fixed[k] == inputs[k].Constant);
            _fixed[k] = stays ? inputs[k].Constant : -1;
            if (stays) continue;
            var count = inputs[k].Pool.Count;
            _width[k] = BitOperations.Log2((uint)(count < 8 ? count : count * 2)) + 1;
            if ((Bits & 63) + _width[k] > 64) Bits = (Bits + 63) & ~63; // a number does not lie across two words
            _shift[k] = Bits;
            Bits += _width[k];
        }
    }

    /// <summary>Bits of a key; more than 64 where keys take two words.</summary>
    public int Bits { get; }

    /// <summary>Whether there are no keys, because two words do not hold them.</summary>
    public bool IsTooWide => Bits > 128;

    /// <summary>Whether the chunk's numbers still have room.</summary>
    public bool Fits()
    {
        for (var k = 0; k < _inputs.Length; k++)
        {
            var input = _inputs[k];
            if (_fixed[k] >= 0 ? !input.IsConstant || input.Constant != _fixed[k] : input.Pool.Count > 1 << _width[k]) return false;
        }

        return true;
    }

    /// <summary>Whether all rows of the chunk have one key.</summary>
    public bool IsConstant() => Array.TrueForAll(_inputs, i => i.IsConstant);

    /// <summary>Writes the rows' keys.</summary>
    public void Keys(Span<ulong> low, Span<ulong> high)
    {
        low.Clear();
        if (Bits > 64) high.Clear();
        for (var k = 0; k < _inputs.Length; k++)
        {
            if (_fixed[k] >= 0) continue;
            var words = _shift[k] < 64 ? low : high;
            var shift = _shift[k] & 63;
            if (_inputs[k].IsConstant) Add(words, (ulong)_inputs[k].Constant << shift);
            else Add(words, _inputs[k].Codes, shift);
        }
    }

    private static void Add(Span<ulong> words, ulong part)
    {
        foreach (ref var word in words) word |= part;
    }

    private static void Add(Span<ulong> words, ReadOnlySpan<int> codes, int shift)
    {
        for (var i = 0; i < words.Length && i < codes.Length; i++) words[i] |= (ulong)(uint)codes[i] << shift;
    }
}
