using Huodi.Policies.Loading;

namespace Huodi.Policies.Letters;

/// <summary>Reads <c>ledger/letter-numbers.yaml</c>.</summary>
internal static class LetterNumberReader
{
    public const string FileName = "ledger/letter-numbers.yaml";

    public static IReadOnlyList<LetterNumberRule> Read(string text, IReadOnlyList<LetterTemplate> templates, DiagnosticBag bag)
    {
        var rules = new List<LetterNumberRule>();
        foreach (var yaml in YamlBlock.ParseList(text, FileName, bag))
        {
            yaml.Only("序列", "模板", "格式");
            var format = yaml.Text("格式");
            if (format is not null && (Count(format, LetterNumberRule.Year) != 1 || Count(format, LetterNumberRule.Place) != 1))
                bag.Error(FileName, yaml.LineOf("格式"), "LETTER_NUMBER_FORMAT", $"格式“{format}”里应各有一个 {LetterNumberRule.Year} 和 {LetterNumberRule.Place}。", "写成 某自然资闲〔{年}〕{序号}号。");
            foreach (var template in yaml.Texts("模板"))
            {
                if (templates.All(t => t.Id != template))
                    bag.Error(FileName, yaml.LineOf("模板"), "LETTER_UNKNOWN", $"没有文书模板“{template}”。", Nearest.Hint(template, templates.Select(t => t.Id)));
                if (rules.Exists(r => r.Templates.Contains(template)))
                    bag.Error(FileName, yaml.LineOf("模板"), "LETTER_SERIES_TWICE", $"模板“{template}”在两个序列里。", "只留在一个序列。");
            }

            rules.Add(new(yaml.Required("序列"), yaml.Texts("模板"), format));
        }

        foreach (var twice in rules.GroupBy(r => r.Series).Where(g => g.Count() > 1)) bag.Error(FileName, 1, "LETTER_SERIES_TWICE", $"序列“{twice.Key}”写了两次。", "改名。");
        return rules;
    }

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
