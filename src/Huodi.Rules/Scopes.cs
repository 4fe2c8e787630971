using Huodi.Rules.Binding;
using Huodi.Rules.Functions;
using Huodi.Rules.Parsing;

namespace Huodi.Rules;

/// <summary>Prepares a scope for the parser: which names of several words or signs it must know.</summary>
internal static class Scopes
{
    /// <summary>The built-ins whose names are several words.</summary>
    private static readonly string[] Phrases = [.. BuiltinLibrary.Names.Where(n => n.Contains(' ', StringComparison.Ordinal))];

    public static ParseOptions ParseOptions(FeelScope scope, bool strict, Limits limits)
    {
        var (names, fields) = scope.Tables(strict);
        return new ParseOptions
        {
            Strict = strict,
            Names = new NameTable(strict, names),
            Fields = new NameTable(strict, fields),
            NamedType = scope.FindType,
            Limits = limits,
        };
    }

    /// <summary>The scope's names and the names of fields in its types.</summary>
    public static (NameTable Names, NameTable Fields) Tables(FeelScope scope, bool strict)
    {
        var fields = new NameTable(strict);
        foreach (var type in scope.Names.Values.Concat(scope.Functions.Select(f => f.Result))) AddFields(type, fields, 0);
        foreach (var name in Properties.Phrases) fields.Push(name);
        return (NameTable.Of(strict, scope.Names.Keys.Concat(scope.Functions.Select(f => f.Name)).Concat(Phrases)), fields);
    }

    public static void AddFields(FeelType type, NameTable fields, int depth)
    {
        if (depth > 20) return;
        switch (TypeRules.Base(type))
        {
            case ContextType context:
                foreach (var (name, field) in context.Fields)
                {
                    if (!fields.Contains(name)) fields.Push(name);
                    AddFields(field, fields, depth + 1);
                }

                break;
            case ListType list:
                AddFields(list.Item, fields, depth + 1);
                break;
            case FunctionType function:
                AddFields(function.Result, fields, depth + 1);
                break;
        }
    }
}
