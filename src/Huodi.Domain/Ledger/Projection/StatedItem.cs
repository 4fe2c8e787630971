using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>An item that an entry adds to a list.</summary>
public sealed class StatedItem
{
    private readonly IReadOnlyList<string> _names;
    private readonly StatedValue?[] _parts;

    internal StatedItem(IReadOnlyList<string> names, StatedValue?[] parts) => (_names, _parts) = (names, parts);

    /// <summary>The part of that name; null when the entry does not tell it.</summary>
    public StatedValue? this[string name]
    {
        get
        {
            for (var i = 0; i < _parts.Length; i++)
            {
                if (_names[i] == name) return _parts[i];
            }

            return null;
        }
    }

    /// <summary>The item in the contract's form.</summary>
    internal JsonObject Node() => new(_names.Select((n, i) => KeyValuePair.Create(n, _parts[i]?.Node())));
}
