using System.Text.RegularExpressions;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Recording;
using Huodi.App.Stores;
using Huodi.Domain;
using Huodi.Domain.Ledger;

namespace Huodi.Web.Ledger;

/// <summary>What an official writes to name a subject: 供地结果:编号, or the number alone where it tells what it is.</summary>
internal static partial class TypedSubject
{
    private static readonly char[] Colons = [':', '：'];

    /// <summary>The subject, or why it is none.</summary>
    public static async Task<(LedgerSubject? Subject, EntryFault? Fault)> ReadAsync(string typed, ILandStore store, CancellationToken cancellation)
    {
        try
        {
            if (typed.IndexOfAny(Colons) >= 0) return (LedgerSubject.Parse(typed), null);
            foreach (var kind in Enum.GetValues<LedgerSubjectKind>())
            {
                if (await KnownSubjects.HasAsync(store, new(kind, typed), cancellation)) return (new(kind, typed), null);
            }

            if (SupervisionNumber().IsMatch(typed)) return (new(LedgerSubjectKind.Grant, typed), null);
            return (null, new("LEDGER_SUBJECT", ReadEntry.SubjectPlace, $"库里和台账里都没有“{typed}”。", "核对编号；新的对象写明是什么：供地结果:电子监管号、宗地:宗地编号 或 项目:项目编号。"));
        }
        catch (DomainException wrong)
        {
            return (null, new(wrong.Code, ReadEntry.SubjectPlace, wrong.Message, ""));
        }
    }

    /// <summary>电子监管号: division, year, a letter, five digits.</summary>
    [GeneratedRegex("^[0-9]{10}[A-Z][0-9]{5}$")]
    private static partial Regex SupervisionNumber();
}
