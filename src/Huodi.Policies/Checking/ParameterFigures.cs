using System.Globalization;
using System.Text.RegularExpressions;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Checking;

/// <summary>Whether a parameter's figures stand in the words of its article: a figure of the law that the law does not say is somebody's invention.</summary>
internal static partial class ParameterFigures
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The figures of a parameter's value that the words do not have; texts in quotation marks are no figures.</summary>
    public static IReadOnlyList<string> NotIn(string words, Parameter parameter)
    {
        var known = Said(words);
        return [.. parameter.Values.SelectMany(v => Figure().Matches(Quoted().Replace(v.Value, m => m.Value.Contains('P', StringComparison.Ordinal) || Date().IsMatch(m.Value) ? m.Value : ""))
            .Select(m => m.Value)).Distinct().Where(f => !known.Contains(decimal.Parse(f, CultureInfo.InvariantCulture)))];
    }

    /// <summary>Every number the words say, by digits or in Chinese, and what it is as a share or in 万.</summary>
    private static HashSet<decimal> Said(string words)
    {
        var said = new HashSet<decimal> { 1 };
        foreach (Match m in Figure().Matches(words)) Add(decimal.Parse(m.Value, CultureInfo.InvariantCulture));
        foreach (Match m in Chinese().Matches(words)) Add(Read(m.Value));
        foreach (Match m in Fraction().Matches(words)) Add(Read(m.Groups[1].Value));
        if (words.Contains('半', StringComparison.Ordinal)) said.Add(0.5m);
        return said;

        void Add(decimal number) => said.UnionWith([number, number / 100, number / 1000, number * 10_000, number * 12]);
    }

    private static decimal Read(string text)
    {
        decimal total = 0, digit = 0;
        foreach (var c in text)
        {
            if (c is '十' or '百' or '千')
            {
                total += (digit == 0 ? 1 : digit) * (c switch { '十' => 10, '百' => 100, _ => 1000 });
                digit = 0;
            }
            else
            {
                digit = c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal);
            }
        }

        return total + digit;
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Figure();

    [GeneratedRegex("[零一二三四五六七八九两十百千]+")]
    private static partial Regex Chinese();

    [GeneratedRegex("[百千]分之([零一二三四五六七八九两十百]+)")]
    private static partial Regex Fraction();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Date();
}
