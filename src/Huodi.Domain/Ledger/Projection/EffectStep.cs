using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>An effect with names turned into numbers.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Fact">Number of the fact.</param>
/// <param name="Field">Number of the field with the figure or the matter, or −1.</param>
/// <param name="Terms">Where the value, the cause or the parts of the item come from.</param>
/// <param name="Names">Names of the parts of the item.</param>
internal sealed record EffectStep(FactEffect Effect, int Fact, int Field, EffectStep.Term[] Terms, string[] Names)
{
    /// <summary>How an entry of the kind tells the fact.</summary>
    public Told How { get; init; }

    /// <summary>Texts that fields must have, by number; empty for most.</summary>
    public (int Field, string Text)[] When { get; init; } = [];

    /// <summary>Whether the fields say what they must.</summary>
    public bool Applies(ReadOnlySpan<ReadOnlyMemory<byte>> fields)
    {
        foreach (var (field, text) in When)
        {
            if (fields[field].IsEmpty || StatedValue.Of(fields[field]) is var stated && !(stated.IsString() && stated.Text() == text)) return false;
        }

        return true;
    }

    /// <summary>A literal, a field by number, or the day where there is neither.</summary>
    internal readonly record struct Term(ReadOnlyMemory<byte> Literal, int Field)
    {
        public StatedValue? Of(DateOnly happened, ReadOnlySpan<ReadOnlyMemory<byte>> fields)
        {
            if (!Literal.IsEmpty) return StatedValue.Of(Literal);
            if (Field < 0) return StatedValue.Of(happened);
            return fields[Field].IsEmpty ? null : StatedValue.Of(fields[Field]);
        }
    }
}
