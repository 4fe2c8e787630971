using System.Runtime.InteropServices;

namespace Huodi.Policies.Columns;

/// <summary>Distinct UTF-8 texts, each held once, numbered from 0 in the order of first sight.</summary>
internal sealed class TextPool
{
    private byte[] _bytes = new byte[256];
    private int[] _ends = new int[16];
    private int[]? _buckets = new int[32];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(Start(number).._ends[number]);

    /// <summary>The text's number; a new one where it was not seen yet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isNew">Whether it was not seen yet.</param>
    public int Add(ReadOnlySpan<byte> text, out bool isNew)
    {
        var buckets = _buckets ?? throw new InvalidOperationException("The pool is finished.");
        var at = Hash(text) & (uint)(buckets.Length - 1);
        for (; buckets[at] != 0; at = (at + 1) & (uint)(buckets.Length - 1))
        {
            isNew = false;
            if (text.SequenceEqual(this[buckets[at] - 1])) return buckets[at] - 1;
        }

        isNew = true;
        Append(text);
        buckets[at] = Count;
        if (Count * 2 > buckets.Length) Rehash(buckets.Length * 2);
        return Count - 1;
    }

    /// <summary>Takes the text that was added last out again.</summary>
    public void RemoveLast()
    {
        var buckets = _buckets ?? throw new InvalidOperationException("The pool is finished.");
        buckets[Array.IndexOf(buckets, Count)] = 0;
        Count--;
    }

    /// <summary>Gives up what only adding needs.</summary>
    public void Finish()
    {
        _buckets = null;
        Array.Resize(ref _bytes, Count == 0 ? 0 : _ends[Count - 1]);
        Array.Resize(ref _ends, Count);
    }

    private int Start(int number) => number == 0 ? 0 : _ends[number - 1];

    private void Append(ReadOnlySpan<byte> text)
    {
        var start = Start(Count);
        if (start + text.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + text.Length));
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        text.CopyTo(_bytes.AsSpan(start));
        _ends[Count++] = start + text.Length;
    }

    private void Rehash(int size)
    {
        var buckets = new int[size];
        for (var i = 0; i < Count; i++)
        {
            var at = Hash(this[i]) & (uint)(size - 1);
            while (buckets[at] != 0) at = (at + 1) & (uint)(size - 1);
            buckets[at] = i + 1;
        }

        _buckets = buckets;
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            const ulong Golden = 0x9E3779B97F4A7C15;
            var hash = (ulong)text.Length * Golden;
            for (; text.Length >= 8; text = text[8..]) hash = ulong.RotateLeft(hash ^ MemoryMarshal.Read<ulong>(text), 29) * Golden;
            foreach (var sign in text) hash = (hash ^ sign) * Golden;
            return (uint)(hash >> 32);
        }
    }
}
