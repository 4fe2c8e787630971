using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>A fact as it was recorded; where it was not, what to ask for.</summary>
internal sealed class RecordedNode(FactDefinition fact) : Node
{
    private const int FirstDay = 693_595; // 1900-01-01
    private const int Days = 73_049; // to 2099-12-31
    private const int MostNumbers = 256;
    private const int MostTexts = 4_096;
    private const int MostDays = 1 << 16;

    private readonly Answer _missing = Answer.NeedsFacts(fact.AskFor);
    private int[]? _dayCodes;
    private int[] _textCodes = [];
    private FeelValue?[] _texts = [];
    private FactColumn? _textsOf;

    private int Missing => field > 0 ? field : field = Pool.Of(_missing, int.MaxValue);

    private protected override void Fill(Chunk chunk)
    {
        var column = chunk.Block.Column(fact.Name);
        if (column is null)
        {
            Hold(Missing);
            return;
        }

        var codes = Room(chunk.Rows);
        switch (column)
        {
            case TruthFacts truths:
                Fill(truths.Truths.Slice(chunk.First, chunk.Rows), codes);
                break;
            case DayFacts days:
                Fill(days.Days.Slice(chunk.First, chunk.Rows), codes);
                break;
            case TextFacts texts:
                Fill(texts, texts.Codes.Slice(chunk.First, chunk.Rows), codes);
                break;
            default:
                for (var i = 0; i < codes.Length; i++) codes[i] = column[chunk.First + i] is { } value ? Share(i, value) : Missing;
                break;
        }

        Settle(chunk.Rows);
    }

    private void Fill(ReadOnlySpan<byte> truths, Span<int> codes)
    {
        Span<int> of = [Missing, Pool.Of(Answer.Of(FeelValue.False), int.MaxValue), Pool.Of(Answer.Of(FeelValue.True), int.MaxValue)];
        for (var i = 0; i < codes.Length; i++) codes[i] = of[truths[i]];
    }

    private void Fill(ReadOnlySpan<int> days, Span<int> codes)
    {
        _dayCodes ??= new int[Days];
        for (var i = 0; i < codes.Length; i++)
        {
            var at = unchecked((uint)(days[i] - FirstDay));
            if (at >= Days)
            {
                codes[i] = days[i] == DayFacts.None ? Missing : Share(i, FeelValue.Of(DateOnly.FromDayNumber(days[i])));
                continue;
            }

            var code = _dayCodes[at];
            if (code == 0) _dayCodes[at] = code = Pool.Of(Answer.Of(FeelValue.Of(DateOnly.FromDayNumber(days[i]))), int.MaxValue);
            codes[i] = code;
        }
    }

    private void Fill(TextFacts column, ReadOnlySpan<ushort> numbers, Span<int> codes)
    {
        if (!ReferenceEquals(_textsOf, column))
        {
            (_textsOf, _textCodes, _texts) = (column, new int[column.Distinct], new FeelValue?[column.Distinct]);
        }

        for (var i = 0; i < codes.Length; i++)
        {
            if (numbers[i] == TextFacts.None)
            {
                codes[i] = Missing;
                continue;
            }

            var code = _textCodes[numbers[i]];
            if (code == 0)
            {
                var text = _texts[numbers[i]] ??= column.Value(numbers[i]);
                _textCodes[numbers[i]] = code = Pool.Of(Answer.Of(text), MostTexts);
                if (code == AnswerPool.Own) KeepOwn(i, text);
            }

            codes[i] = code;
        }
    }

    /// <summary>The number of a value that many rows have; other values are the row's own.</summary>
    private int Share(int row, FeelValue value)
    {
        var most = value.Kind switch { FeelKind.Number => MostNumbers, FeelKind.Date => MostDays, FeelKind.List when value.AsList().Count == 0 => int.MaxValue, _ => 0 };
        var code = Pool.Count >= most ? AnswerPool.Own : Pool.Of(Answer.Of(value), most);
        if (code == AnswerPool.Own) KeepOwn(row, value);
        return code;
    }
}
