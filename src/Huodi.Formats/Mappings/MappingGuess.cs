using System.Text;
using Huodi.Formats.Files;
using Huodi.Formats.Sources;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Mappings;

/// <summary>
/// Guesses which column is which fact: by the dictionary's name, its aliases and those of the standards, the English identifier, the
/// pinyin initials where only one fact has them, and a name that a Shapefile has cut off. What fits two facts is left to the user.
/// </summary>
public sealed class MappingGuess
{
    private const int DbfNameBytes = 10;
    private readonly MappingProfile _profile = MappingProfile.Default;
    private readonly Dictionary<string, (FactDefinition Fact, double Confidence, string Ground)> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, FactDefinition> _initials;
    private readonly IReadOnlyList<FactDefinition> _facts;

    /// <summary>Takes the dictionary; facts that are computed are not read from files.</summary>
    public MappingGuess(FactDictionary dictionary)
    {
        _facts = [.. dictionary.All.Where(f => f.Origin != "推算")];
        foreach (var fact in _facts) _known[Normal(fact.Name)] = (fact, 1, "词典名称");
        foreach (var fact in _facts)
        {
            foreach (var alias in fact.Aliases) _ = _known.TryAdd(Normal(alias), (fact, 0.98, "词典别名"));
            foreach (var (alias, standard) in _profile.AliasesOf(fact.Name)) _ = _known.TryAdd(Normal(alias), (fact, 0.95, standard));
            _ = _known.TryAdd(Normal(fact.English), (fact, 0.95, "英文名称"));
        }

        _initials = _facts.Select(f => (Fact: f, Initials: PinyinInitials.Of(f.Name))).Where(p => p.Initials is { Length: > 2 })
            .ToLookup(p => p.Initials ?? "", p => p.Fact, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Guesses a mapping for these columns.</summary>
    public LayerMapping Guess(string layer, IReadOnlyList<SourceColumn> columns)
    {
        var guesses = columns.Select(Fact).OfType<ColumnMapping>()
            .GroupBy(g => g.Fact).Select(g => g.OrderByDescending(c => c.Confidence).First()).ToList();
        var (id, name, division) = (Role(_profile.ParcelId, columns), Role(_profile.ParcelName, columns), Role(_profile.ParcelDivision, columns));
        var used = guesses.Select(g => g.Column).Concat(new[] { id, name, division }.OfType<string>()).ToHashSet(StringComparer.Ordinal);
        return new(layer, [.. columns.Select(c => c.Name)])
        {
            Id = id,
            Name = name,
            Division = division,
            Facts = [.. guesses.OrderBy(g => columns.ToList().FindIndex(c => c.Name == g.Column))],
            Unread = [.. columns.Select(c => c.Name).Where(c => !used.Contains(c))],
        };
    }

    /// <summary>Facts a left-over column might be, for the user to choose from.</summary>
    public IReadOnlyList<string> Candidates(string column) => [.. _initials[Normal(column)].Select(f => f.Name)];

    /// <summary>Whether a program adds such a column by itself.</summary>
    public bool IsTechnical(string column) => _profile.Ignored.Contains(column, StringComparer.OrdinalIgnoreCase);

    private ColumnMapping? Fact(SourceColumn column)
    {
        var (name, unit) = WithUnit(column.Name);
        var key = Normal(name);
        if (_known.TryGetValue(key, out var known) || _known.TryGetValue(Normal(column.Name), out known)) return Mapped(column, known.Fact, unit, known.Confidence, known.Ground);
        if (IsTechnical(column.Name) || column.Kind == SourceKind.Json) return null;
        if (_initials[key].ToList() is [var only] && Fits(column, only)) return Mapped(column, only, unit, 0.7, "拼音首字母");
        return Cut(column) is { } cut ? Mapped(column, cut, unit, 0.65, "列名被截断") : null;
    }

    /// <summary>A Shapefile keeps ten bytes of a column's name.</summary>
    private FactDefinition? Cut(SourceColumn column)
    {
        var name = column.Name.TrimEnd('\uFFFD');
        var isFull = Encoding.UTF8.GetByteCount(name) is > DbfNameBytes - 3 and <= DbfNameBytes || FileProbe.Chinese.GetByteCount(name) is DbfNameBytes or DbfNameBytes - 1;
        if (!isFull || name.All(char.IsAscii)) return null;
        return _facts.Where(f => f.Name.Length > name.Length && f.Name.StartsWith(name, StringComparison.Ordinal)).ToList() is [var only] && Fits(column, only) ? only : null;
    }

    private static bool Fits(SourceColumn column, FactDefinition fact) => column.Kind switch
    {
        SourceKind.Number => fact.Type is "number" or "string",
        SourceKind.Boolean => fact.Type is "boolean",
        SourceKind.Date => fact.Type is "date" or "string",
        _ => true,
    };

    private ColumnMapping Mapped(SourceColumn column, FactDefinition fact, string? unit, double confidence, string ground)
    {
        unit ??= _profile.UnitOfColumn.GetValueOrDefault(column.Name);
        return new(column.Name, fact.Name)
        {
            Unit = unit is not null && _profile.Unit(fact.Unit, unit) is { } known && !(known.Numerator == 1 && known.Denominator == 1) ? unit : null,
            Confidence = confidence,
            Ground = ground,
        };
    }

    /// <summary>Splits “面积(公顷)” and “面积_亩”.</summary>
    private (string Name, string? Unit) WithUnit(string column)
    {
        foreach (var unit in _profile.Units.SelectMany(u => u.Names))
        {
            foreach (var end in (ReadOnlySpan<string>)[$"({unit})", $"（{unit}）", $"_{unit}"])
            {
                if (column.EndsWith(end, StringComparison.OrdinalIgnoreCase) && column.Length > end.Length) return (column[..^end.Length], unit);
            }
        }

        return (column, null);
    }

    private string? Role(IReadOnlyList<string> names, IReadOnlyList<SourceColumn> columns)
    {
        foreach (var name in names)
        {
            foreach (var spelling in _profile.AliasesOf(name).Select(a => a.Alias).Prepend(name))
            {
                if (columns.FirstOrDefault(c => Normal(c.Name) == Normal(spelling)) is { } column) return column.Name;
            }
        }

        return null;
    }

    private static string Normal(string name) =>
        string.Concat(name.Where(c => c is not (' ' or '_' or '-' or '\u3000')).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)).ToUpperInvariant();
}
