using System.Collections.Frozen;
using System.Text;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Columns;

/// <summary>The facts of a dictionary by number, and their names in UTF-8, so that a text is read without making strings.</summary>
internal sealed class FactSchema
{
    private readonly FrozenDictionary<string, int> _ordinals;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly byte[][] _names;

    public FactSchema(FactDictionary dictionary)
    {
        Facts = [.. dictionary.All];
        _names = [.. Facts.Select(f => Encoding.UTF8.GetBytes(f.Name))];
        _ordinals = Facts.Select((f, i) => KeyValuePair.Create(f.Name, i)).ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _ordinals.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The facts by number.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>The number of a fact, or −1.</summary>
    public int Find(string name) => _ordinals.TryGetValue(name, out var ordinal) ? ordinal : -1;

    /// <summary>The number of a fact whose name is given in UTF-8, or −1. The guess is looked at first.</summary>
    public int Find(ReadOnlySpan<byte> name, int guess)
    {
        if ((uint)guess < (uint)_names.Length && name.SequenceEqual(_names[guess])) return guess;
        if (name.Length > 256) return -1;
        Span<char> text = stackalloc char[256];
        return Encoding.UTF8.TryGetChars(name, text, out var length) && _bySpan.TryGetValue(text[..length], out var ordinal) ? ordinal : -1;
    }
}
