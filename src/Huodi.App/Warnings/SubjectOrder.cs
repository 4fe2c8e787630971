using Huodi.Domain.Ledger;

namespace Huodi.App.Warnings;

/// <summary>The order in which both stores give subjects: by the word of the kind, then by identity, both by code point.</summary>
internal static class SubjectOrder
{
    public static int Compare(LedgerSubject left, LedgerSubject right) =>
        Compare(left.Word, right.Word) is var kind and not 0 ? kind : Compare(left.Id, right.Id);

    private static int Compare(string left, string right)
    {
        for (var n = 0; n < Math.Min(left.Length, right.Length); n++)
        {
            if (left[n] == right[n]) continue;
            // Half of a pair stands for a code point above all others.
            return (char.IsSurrogate(left[n]), char.IsSurrogate(right[n])) switch
            {
                (true, false) => 1,
                (false, true) => -1,
                _ => left[n] - right[n],
            };
        }

        return left.Length - right.Length;
    }
}
