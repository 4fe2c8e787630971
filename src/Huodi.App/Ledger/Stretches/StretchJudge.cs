using System.Text;
using System.Text.Json;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Columns;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Stretches;

/// <summary>Works out for the subjects of a stretch what is known of them and what certain decisions say. Used by one thread, stretch after stretch.</summary>
/// <typeparam name="T">What is made of a subject.</typeparam>
internal sealed class StretchJudge<T>
{
    private readonly DateOnly _asOf;
    private readonly FactGathering _gathering;
    private readonly FactBlockBuilder _builder;
    private readonly ColumnJudge _judge;
    private readonly ColumnAnswers _answers;
    private readonly (string Name, byte[] Utf8)[] _asked;
    private readonly Func<LedgerSubject, SubjectProjection, ISubjectAnswers, long, T> _make;

    /// <summary>A judge.</summary>
    /// <param name="library">The law.</param>
    /// <param name="declared">The ledger's declarations.</param>
    /// <param name="needs">The facts and decisions that are asked for.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="make">Makes something of a subject, what is known of it, what is answered, and the number of its last entry.</param>
    public StretchJudge(
        PolicyLibrary library, LoadedLedger declared, SubjectNeeds needs, DateOnly asOf, Func<LedgerSubject, SubjectProjection, ISubjectAnswers, long, T> make)
    {
        var question = new Question(asOf);
        (_asOf, _make) = (asOf, make);
        _gathering = new(needs.Plan(library, declared));
        _builder = new(library.Dictionary, StretchBuilder.MostSubjects);
        _judge = library.JudgeColumns(question, needs.Decisions);
        _answers = new(library, question);
        _asked = [.. library.FactsBehind(needs.Decisions).Select(f => (f, Encoding.UTF8.GetBytes(f)))];
    }

    /// <summary>What is made of the subjects, in their order.</summary>
    /// <exception cref="FactsException">An entry gives a fact a value that is not of its type.</exception>
    public T[] Read(LedgerStretch stretch)
    {
        var ledgers = new SubjectProjection[stretch.Count];
        for (var i = 0; i < ledgers.Length; i++)
        {
            var subject = i;
            _gathering.Take(stretch.Notes(i), _asOf);
            ledgers[i] = _gathering.Project(note => stretch.Entry(subject, note));
            Ask(stretch.Subject(i), ledgers[i]);
        }

        _answers.Take(_judge.Judge(_builder.Build()));
        var made = new T[stretch.Count];
        for (var i = 0; i < made.Length; i++) made[i] = _make(stretch.Subject(i), ledgers[i], new RowAnswers(_answers, i), stretch.Notes(i)[^1].Number);
        return made;
    }

    private void Ask(LedgerSubject subject, SubjectProjection ledger)
    {
        Span<byte> room = stackalloc byte[12];
        _builder.Begin(subject.Id, SubjectPlace.Of(subject, ledger) ?? DivisionCode.Country);
        foreach (var (name, utf8) in _asked)
        {
            if (ledger.Find(name) is not { } fact) continue;
            var json = fact.Written(room);
            var reader = new Utf8JsonReader(json);
            _ = reader.Read();
            try
            {
                _builder.Read(utf8, ref reader, json);
            }
            catch (FactsException wrong)
            {
                throw new FactsException(wrong.Code, wrong.Fact, $"{subject}：{wrong.Message}", wrong.Suggestion);
            }
        }
    }
}
