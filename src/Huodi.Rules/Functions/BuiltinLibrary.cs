using System.Collections.Frozen;

namespace Huodi.Rules.Functions;

/// <summary>All built-in functions, by group.</summary>
internal static class BuiltinLibrary
{
    private static readonly FrozenDictionary<string, Builtin> All = new[]
        {
            ConversionFunctions.All,
            BooleanFunctions.All,
            StringFunctions.All,
            NumberFunctions.All,
            RoundingFunctions.All,
            ListFunctions.All,
            ListEditing.All,
            StatisticFunctions.All,
            ContextFunctions.All,
            TemporalFunctions.All,
            RangeFunctions.All,
        }
        .SelectMany(group => group)
        .ToFrozenDictionary(b => b.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static Builtin? Find(string name) => All.GetValueOrDefault(name);
}
