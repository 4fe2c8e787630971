using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Explaining;

namespace Huodi.Policies.Letters;

/// <summary>
/// Puts facts, answers and entries into a template. A letter is made whole or not at all: where anything is not known, the draft says
/// what and from whom, and where the ground of the letter does not hold, it says so.
/// </summary>
public sealed class LetterComposer(PolicyLibrary library)
{
    /// <summary>Composes a letter.</summary>
    /// <param name="template">Its form.</param>
    /// <param name="facts">Facts about the land, in the contract's form.</param>
    /// <param name="question">Day of the question and of the law.</param>
    /// <param name="entries">What was filled in, by name.</param>
    /// <exception cref="Facts.FactsException">A fact name is not in the dictionary, or a value is not of its type.</exception>
    public LetterDraft Compose(LetterTemplate template, JsonObject facts, Question question, IReadOnlyDictionary<string, string> entries)
    {
        var work = new Work(library, template, facts, question, entries);
        work.Grounds();
        var paragraphs = template.Blocks.SelectMany(work.Paragraphs).ToList();
        var (issuer, number, date) = (work.Value("发文机关", ""), work.Value("发文字号", ""), work.Value("成文日期", ""));
        var letter = work.IsWhole ? new Letter(template.Id, template.Hash, template.Title, issuer, number, date, paragraphs, work.Receipts) : null;
        return new(letter, work.MissingEntries, work.MissingFacts, work.Failed, work.Wrong) { UsedFacts = work.UsedFacts() };
    }

    private sealed class Work
    {
        private readonly Dictionary<string, PolicyAnswer> _answers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, JsonNode> _filled = new(StringComparer.Ordinal);
        private readonly List<LetterEntry> _missingEntries = [];
        private readonly List<MissingFact> _missingFacts = [];
        private readonly List<PolicyAnswer> _failed = [];
        private readonly List<string> _wrong = [];
        private readonly HashSet<string> _told = new(StringComparer.Ordinal);
        private readonly HashSet<string> _steps = new(StringComparer.Ordinal); // A step that the letter tells already is not told again.
        private readonly PolicyLibrary _library;
        private readonly LetterTemplate _template;
        private readonly JsonObject _facts;
        private readonly Question _question;

        public Work(PolicyLibrary library, LetterTemplate template, JsonObject facts, Question question, IReadOnlyDictionary<string, string> entries)
        {
            (_library, _template, _facts, _question) = (library, template, facts, question);
            foreach (var entry in template.Entries) Fill(entry, entries.GetValueOrDefault(entry.Name, "").Trim());
            foreach (var name in entries.Keys.Where(n => template.Entries.All(e => e.Name != n)))
                _wrong.Add($"“{name}”不是这份文书的填写项；可填：{string.Join("、", template.Entries.Select(e => e.Name))}。");
        }

        public IReadOnlyList<LetterEntry> MissingEntries => _missingEntries;

        public IReadOnlyList<MissingFact> MissingFacts => [.. _missingFacts.DistinctBy(m => m.Name)];

        public IReadOnlyList<PolicyAnswer> Failed => [.. _failed.DistinctBy(a => a.Decision)];

        public IReadOnlyList<string> Wrong => _wrong;

        public IReadOnlyList<string> Receipts => [.. _answers.Values.Select(a => a.Receipt)];

        public bool IsWhole => _missingEntries.Count + _missingFacts.Count + _failed.Count + _wrong.Count == 0;

        public void Grounds()
        {
            foreach (var decision in _template.Requires)
            {
                var answer = Answer(decision);
                if (answer.Outcome == Outcome.NeedsFacts) _missingFacts.AddRange(answer.Missing);
                else if (!Carries(answer)) _failed.Add(answer);
                else foreach (var against in answer.Conflicts) Against(against.Other);
            }
        }

        /// <summary>Another rule in force that speaks against the ground, or may do so, leaves the letter without it.</summary>
        private void Against(PolicyAnswer other)
        {
            if (other.Missing.Count > 0) _missingFacts.AddRange(other.Missing);
            else _failed.Add(other);
        }

        public IEnumerable<LetterParagraph> Paragraphs(LetterBlock block)
        {
            if (block.Article.Length > 0)
            {
                var article = _library.Packages.SelectMany(p => p.Articles).First(a => a.Id == block.Article);
                return article.Words.Split('\n').Select(w => new LetterParagraph(LetterParagraphKind.Quotation, w.Trim()));
            }

            if (block.Steps.Length > 0)
            {
                var answer = Decided(block.Steps);
                return answer is null ? [] : answer.Reasons.Select(Step).Where(_steps.Add).Select((s, i) => new LetterParagraph(LetterParagraphKind.Body, $"{i + 1}．{s}。"));
            }

            return [new(block.Kind, string.Concat(block.Pieces.Select(p => p.Name.Length == 0 ? p.Text : Value(p.Name, p.Form))))];
        }

        /// <summary>The value in words; empty when it is not known, which is then noted.</summary>
        public string Value(string name, string form)
        {
            if (_template.Entries.Any(e => e.Name == name)) return _filled.TryGetValue(name, out var filled) ? LetterForms.Write(filled, form, null) : "";
            if (_library.Dictionary.Find(name) is { } fact)
            {
                _ = _told.Add(name);
                if (_facts[name] is { } value) return LetterForms.Write(value, form, fact.Unit);
                _missingFacts.Add(new(name, IsParameter: false, fact.Department));
                return "";
            }

            return Decided(name) is { } answer ? answer.Value is { } result ? LetterForms.Write(result, form, answer.Unit) : answer.Outcome.Chinese() : "";
        }

        /// <summary>What the letter tells and what its answers read; a figure that another decision works out stands for the facts behind it.</summary>
        public IReadOnlyList<string> UsedFacts() =>
            [.. _told.Concat(_answers.Values.SelectMany(a => a.Reasons).SelectMany(r => r.Facts).SelectMany(Behind)).Distinct(StringComparer.Ordinal).Where(f => _facts[f] is not null).Order(StringComparer.Ordinal)];

        private IEnumerable<string> Behind(string name)
        {
            if (_library.Dictionary.Find(name) is { } fact) return fact.Implied.Select(i => i.Known).Append(name);
            return _library.FactsBehind(_library.Packages.SelectMany(p => p.Decisions).Where(d => d.Name == name).Select(d => d.Id));
        }

        /// <summary>A step without its formula, which is written for the machine; the figures it used stand beside it.</summary>
        private static string Step(Reason reason)
        {
            var result = ReasonResult.Of(reason.Result);
            return LetterForms.InWords($"{reason.Rule}：{result.Came}{(result.Values.Length > 0 ? $"（{result.Values}）" : "")}");
        }

        /// <summary>Whether an answer is a ground to write to somebody: it holds, or gives a figure or list that is not nothing.</summary>
        private static bool Carries(PolicyAnswer answer) => answer.Outcome == Outcome.Met || (answer.Outcome == Outcome.Value && answer.Value switch
        {
            JsonArray many => many.Count > 0,
            JsonValue one when one.GetValueKind() == JsonValueKind.Number => decimal.Parse(one.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) != 0,
            JsonValue one when one.GetValueKind() == JsonValueKind.False => false,
            _ => true,
        });

        private void Fill(LetterEntry entry, string text)
        {
            if (text.Length == 0) _missingEntries.Add(entry);
            else if (entry.Type == "日期" && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                _wrong.Add($"填写项“{entry.Name}”应为日期，实为“{text}”；写成 2026-03-01 的样子。");
            else if (entry.Type == "数" && !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                _wrong.Add($"填写项“{entry.Name}”应为数，实为“{text}”。");
            else if (text.Any(char.IsControl)) _wrong.Add($"填写项“{entry.Name}”里有换行或控制字符；写成一行。");
            else _filled[entry.Name] = entry.Type == "数" ? JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)) : JsonValue.Create(text);
        }

        /// <summary>The answer that gives a figure or a yes or no; null when it does not, which is then noted.</summary>
        private PolicyAnswer? Decided(string decision)
        {
            var answer = Answer(decision);
            switch (answer.Outcome)
            {
                case Outcome.Value or Outcome.Met or Outcome.NotMet:
                    return answer;
                case Outcome.NeedsFacts:
                    _missingFacts.AddRange(answer.Missing);
                    return null;
                default:
                    _failed.Add(answer);
                    return null;
            }
        }

        private PolicyAnswer Answer(string decision)
        {
            if (!_answers.TryGetValue(decision, out var answer)) _answers[decision] = answer = _library.Evaluate(decision, _facts, _question);
            return answer;
        }
    }
}
