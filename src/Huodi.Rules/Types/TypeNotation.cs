namespace Huodi.Rules;

/// <summary>Reads the notation of types that <c>instance of</c> and parameter lists use.</summary>
internal sealed class TypeNotation
{
    private const int MaxDepth = 50;

    private readonly string text;
    private readonly Func<string, FeelType?> named;
    private int position;

    private TypeNotation(string text, int position, Func<string, FeelType?> named)
    {
        this.text = text;
        this.position = position;
        this.named = named;
    }

    /// <summary>The type that all of <paramref name="text"/> denotes, or null.</summary>
    public static FeelType? TryParse(string text, Func<string, FeelType?> named)
    {
        var reader = new TypeNotation(text, 0, named);
        var type = reader.ReadType(0);
        reader.SkipSpace();
        return reader.position == text.Length ? type : null;
    }

    /// <summary>The type at <paramref name="position"/>, which moves behind it; null (and no move) where there is none.</summary>
    public static FeelType? Read(string text, ref int position, Func<string, FeelType?> named)
    {
        var reader = new TypeNotation(text, position, named);
        var type = reader.ReadType(0);
        if (type is not null) position = reader.position;
        return type;
    }

    private FeelType? ReadType(int depth)
    {
        if (depth > MaxDepth) return null;
        var name = ReadName();
        if (name.Length == 0) return null;
        switch (name)
        {
            case "list" when Take('<'):
                return ReadType(depth + 1) is { } item && Take('>') ? FeelType.ListOf(item) : null;
            case "range" when Take('<'):
                return ReadType(depth + 1) is { } end && Take('>') ? FeelType.RangeOf(end) : null;
            case "context" when Take('<'):
                return ReadFields(depth);
            case "function" when Take('<'):
                return ReadFunction(depth);
            default:
                return Simple(name) ?? named(name);
        }
    }

    private FeelType? ReadFields(int depth)
    {
        var fields = new List<KeyValuePair<string, FeelType>>();
        do
        {
            var name = ReadName();
            if (name.Length == 0 || !Take(':') || ReadType(depth + 1) is not { } type) return null;
            fields.Add(new(name, type));
        }
        while (Take(','));
        return Take('>') ? FeelType.ContextOf(fields) : null;
    }

    private FeelType? ReadFunction(int depth)
    {
        var parameters = new List<FeelType>();
        if (!Take('>'))
        {
            do
            {
                if (ReadType(depth + 1) is not { } type) return null;
                parameters.Add(type);
            }
            while (Take(','));
            if (!Take('>')) return null;
        }

        return Take('-') && Take('>') && ReadType(depth + 1) is { } result ? FeelType.FunctionOf(parameters, result) : null;
    }

    private static FeelType? Simple(string name) => name switch
    {
        "Any" => FeelType.Any,
        "Null" => FeelType.Null,
        "number" => FeelType.Number,
        "string" => FeelType.String,
        "boolean" => FeelType.Boolean,
        "date" => FeelType.Date,
        "time" => FeelType.Time,
        "date and time" or "dateTime" => FeelType.DateTime,
        "days and time duration" or "dayTimeDuration" => FeelType.DaysTimeDuration,
        "years and months duration" or "yearMonthDuration" => FeelType.YearsMonthsDuration,
        "list" => FeelType.ListOf(FeelType.Any),
        "context" => FeelType.ContextOf(),
        "range" => FeelType.RangeOf(FeelType.Any),
        _ => null,
    };

    /// <summary>A name: letters, digits and inner spaces, up to a sign of the notation or a keyword that may follow a type.</summary>
    private string ReadName()
    {
        SkipSpace();
        var start = position;
        var end = position;
        while (position < text.Length && IsNamePart(text[position]))
        {
            var word = position;
            while (position < text.Length && IsNamePart(text[position])) position++;
            if (end > start && text[word..position] is "or" or "then" or "else" or "return" or "satisfies" or "in" or "between"
                || (end > start && text[word..position] is "and" && !text[start..end].EndsWith("date", StringComparison.Ordinal)
                    && !text[start..end].EndsWith("days", StringComparison.Ordinal)
                    && !text[start..end].EndsWith("years", StringComparison.Ordinal)))
            {
                break;
            }

            end = position;
            SkipSpace();
        }

        position = end;
        return string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '（' or '）' || char.IsSurrogate(c);

    private bool Take(char c)
    {
        SkipSpace();
        if (position >= text.Length || text[position] != c) return false;
        position++;
        return true;
    }

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
    }
}
