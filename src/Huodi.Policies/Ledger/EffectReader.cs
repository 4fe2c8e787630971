using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;
using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;

namespace Huodi.Policies.Ledger;

/// <summary>Reads what a kind does to facts: <c>置</c>, <c>终</c>, and each field that is itself a fact of the subject.</summary>
internal sealed class EffectReader(FactDictionary dictionary, IReadOnlyList<LedgerField> fields, IReadOnlyList<Procedure> procedures, DiagnosticBag bag)
{
    private const string Day = "发生日";

    public IReadOnlyList<FactEffect> Read(YamlBlock yaml)
    {
        var declared = yaml.Blocks("置").Select(Effect).OfType<FactEffect>().ToList();
        var own = fields
            .Where(f => dictionary.Find(f.Name)!.Subject != LedgerKindReader.EntryOnly && declared.TrueForAll(e => e.Fact != f.Name)) // Fields are in the dictionary.
            .Select(f => new SetsFact(f.Name, EffectTerm.Field(f.Name)));
        var ended = yaml.Texts("终").Where(n => IsFact(yaml, "终", n)).Select(n => new EndsFact(n));
        return [.. own, .. declared, .. ended, .. yaml.Text("程序步骤") == "是" ? procedures.SelectMany(p => p.Steps.SelectMany(s => Steps(p, s))) : []];
    }

    /// <summary>What a step of a procedure declares about facts; the declaration itself is checked with the packages.</summary>
    private static IEnumerable<SetsFactWhen> Steps(Procedure procedure, ProcedureStep step)
    {
        var here = new[] { KeyValuePair.Create(CaseField.Procedure, procedure.Id), KeyValuePair.Create(CaseField.Step, step.Name) };
        if (step.DayFact is { } fact) yield return new(fact, EffectTerm.Day, here);
        foreach (var set in step.Sets)
        {
            var term = set.Value == StepFact.Day ? EffectTerm.Day : Literal(set.Value) is { } value ? EffectTerm.Literal(value) : null;
            if (term is not null) yield return new(set.Fact, term, set.Outcome.Length == 0 ? here : [.. here, KeyValuePair.Create(CaseField.Outcome, set.Outcome)]);
        }
    }

    private FactEffect? Effect(YamlBlock yaml)
    {
        yaml.Only("事实", "为", "累计", "扣减", "增项", "起", "止", "原因", "无");
        var fact = yaml.Required("事实");
        if (!IsFact(yaml, "事实", fact)) return null;
        if (yaml.Text("为") is { } value) return Set(yaml, fact, value);
        if (yaml.Text("累计") is { } added) return Sum(yaml, fact, "累计", added);
        if (yaml.Text("扣减") is { } taken) return Sum(yaml, fact, "扣减", taken);
        if (yaml.Text("起") is { } opened) return IsField(yaml, "起", opened) ? new OpensInterval(fact, opened, Term(yaml, "原因", yaml.Required("原因"))) : null;
        if (yaml.Text("止") is { } closed) return IsField(yaml, "止", closed) ? new ClosesInterval(fact, closed) : null;
        if (yaml.Text("无") is not null) return new ListsItem(fact, []);
        if (yaml.Blocks("增项") is [var item]) return new ListsItem(fact, [.. item.Keys.Select(k => KeyValuePair.Create(k, Term(item, k, item.Required(k))))]);
        bag.Error(yaml.File, yaml.Line, "LEDGER_EFFECT", $"没有写明怎样置“{fact}”。", "写“为”“累计”“扣减”“增项”“起”“止”或者“无”之一。");
        return null;
    }

    private SetsFact Set(YamlBlock yaml, string fact, string value)
    {
        var term = Term(yaml, "为", value);
        if (term.FieldName is null && term != EffectTerm.Day) CheckLiteral(yaml, fact, value);
        if (term == EffectTerm.Day && dictionary.Find(fact)!.Type != "date") // Asked for names that are in the dictionary.
            Error(yaml, "为", "LEDGER_EFFECT_TYPE", $"“{fact}”不是日期，不能置为发生日。", "改用另一个事实，或者写一个值。");
        return new(fact, term);
    }

    private AddsToFact? Sum(YamlBlock yaml, string fact, string key, string field)
    {
        if (!IsField(yaml, key, field)) return null;
        foreach (var name in new[] { fact, field }.Where(n => dictionary.Find(n)!.Type != "number")) // Both are in the dictionary.
            Error(yaml, key, "LEDGER_EFFECT_TYPE", $"“{name}”不是数，不能{key}。", "改用数字的字段和事实。");
        return new(fact, field, key == "扣减");
    }

    private EffectTerm Term(YamlBlock yaml, string key, string text)
    {
        if (text == Day) return EffectTerm.Day;
        if (Literal(text) is { } literal) return EffectTerm.Literal(literal);
        _ = IsField(yaml, key, text);
        return EffectTerm.Field(text);
    }

    private static JsonNode? Literal(string text)
    {
        try
        {
            return text.Length > 0 && (text[0] is '"' or '-' || char.IsAsciiDigit(text[0]) || text is "true" or "false") ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void CheckLiteral(YamlBlock yaml, string fact, string value)
    {
        try
        {
            _ = FactValues.Read(Literal(value), dictionary.Find(fact)!); // Asked for names that are in the dictionary.
        }
        catch (FactsException wrong)
        {
            Error(yaml, "为", wrong.Code, wrong.Message, wrong.Suggestion);
        }
    }

    private bool IsFact(YamlBlock yaml, string key, string name)
    {
        if (dictionary.Find(name) is not null) return true;
        Error(yaml, key, "FACT_UNKNOWN", $"“{name}”不在事实词典里。", Nearest.Hint(name, dictionary.Names));
        return false;
    }

    private bool IsField(YamlBlock yaml, string key, string name)
    {
        if (fields.Any(f => f.Name == name)) return true;
        Error(yaml, key, "LEDGER_FIELD_UNKNOWN", $"“{name}”不是这个种类的字段，也不是“{Day}”或者带引号的值。", "把它写进“必填”或者“选填”，或者改正。");
        return false;
    }

    private void Error(YamlBlock yaml, string key, string code, string message, string suggestion) =>
        bag.Error(yaml.File, yaml.LineOf(key), code, message, suggestion, yaml.ColumnOf(key));
}
