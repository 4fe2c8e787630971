using System.Globalization;
using Huodi.App.Assessments;
using Huodi.App.Documents;
using Huodi.App.Imports;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Documents;
using Huodi.Domain.Facts;
using Huodi.Domain.Ledger;
using Huodi.Domain.Registers;
using Huodi.Domain.Warnings;
using Huodi.Store.Tests;

namespace Huodi.Store.Importer;

/// <summary>What the program writes under each number.</summary>
public static class Load
{
    /// <summary>How many parcels batch <paramref name="number"/> has.</summary>
    public static int Parcels(long number) => 1 + (int)(number * 37 % 400);

    /// <summary>How many subjects run <paramref name="number"/> has.</summary>
    public static int RunSubjects(long number) => 1 + (int)(number * 53 % 300);

    /// <summary>How many parcels the import of batch <paramref name="number"/> streams: some fewer, some more than make a store pack its index anew.</summary>
    public static int Streamed(long number) => 100 + (int)(number * 733 % 2400);

    /// <summary>The id of a parcel of a batch.</summary>
    public static string Id(long number, int index) => string.Create(CultureInfo.InvariantCulture, $"B{number:00000}-{index:0000}");

    /// <summary>How many entries are appended at once when the first of them gets <paramref name="number"/>.</summary>
    public static int Entries(long number) => 1 + (int)(number * 31 % 9);

    internal static IEnumerable<LedgerDraft> Drafts(long number) => Enumerable.Range(0, Entries(number)).Select(n => Land.Draft(Id(number, n), "patrol"));

    /// <summary>The bytes of a file: some pieces long, the last of them not full.</summary>
    public static byte[] Bytes(long number)
    {
        var bytes = new byte[(int)(number % 3 * DocumentPieces.Size) + 1000];
        new Random((int)number).NextBytes(bytes);
        return bytes;
    }

    /// <summary>What the file is known by.</summary>
    public static DocumentFile File(long number)
    {
        var bytes = Bytes(number);
        return new($"文件{number}.pdf", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), bytes.Length);
    }

    /// <summary>Its bytes, from the first.</summary>
    public static MemoryStream Content(long number) => new(Bytes(number));

    /// <summary>How many warnings each run gives.</summary>
    public const int Given = 3000;

    /// <summary>A warning of a deadline on 1 September 2026.</summary>
    public static WarningNotice Notice(string parcel, string level, int rank = 7) => new(
        new(new(LedgerSubjectKind.Parcel, parcel), "DL-16/过渡期", "2026-09-01", level), "过渡期届满", new(2026, 9, 1), rank, Land.Baohe, ["DL-16", "HF-18"], "自然资源主管部门", "过渡期届满：最后一日 2026-09-01。");

    /// <summary>Runs once: warnings of its own, those of the run before again, and some of those closed.</summary>
    internal static async Task<long> WarnAsync(ILandStore store)
    {
        var none = CancellationToken.None;
        await using var turn = await store.Warnings.TakeTurnAsync(none);
        var number = (await turn.LastAsync(none))?.Number + 1 ?? 1;
        for (var run = Math.Max(1, number - 1); run <= number; run++)
        {
            foreach (var piece in Enumerable.Range(0, Given).Select(n => Notice(Id(run, n), "逾期")).Chunk(500)) await turn.GiveAsync(piece, none);
        }

        if (number > 1)
            await turn.ChangeAsync([.. Enumerable.Range(1, 50).Select(n => new App.Warnings.WarningChange(n, WarningAct.Escalate("测试", $"上级{number}", "未签收")))], none);
        return (await turn.SaveAsync(new(number, new DateOnly(2026, 3, 1).AddDays((int)number), default, "测试", 0, 0, 0), none)).Number;
    }

    internal static AssessmentRun Run => Land.Run();

    internal static ImportBatch Batch(long number)
    {
        var refused = new RefusedRow(3, ["彝良县", ""], [new ImportDiagnostic(3, "c", "SUPPLY_PRICE", ImportSeverity.Error, "m", "s")]);
        object[] parcels = [.. Enumerable.Range(0, Parcels(number)).Select(n => Land.Parcel(Id(number, n)))];
        return Land.Batch([.. parcels, refused]);
    }

    /// <summary>Streams one batch through a session, in pieces of a few hundred, with refused rows and warnings between them.</summary>
    internal static async Task<ImportReport> StreamAsync(ILandStore store, long number)
    {
        var none = CancellationToken.None;
        await using var session = await store.BeginImportAsync(new ImportHeader("city.gpkg", "", "parcels", Land.Morning, ["c"]), none);
        foreach (var piece in Enumerable.Range(0, Streamed(number)).Chunk(300))
        {
            await session.AddAsync([.. piece.Select(n => Land.Parcel(Id(number, n), Land.Square(117 + (n * 0.0001), 31 + (number * 0.0001))))], null, none);
            await session.RefuseAsync([new RefusedRow(piece[0], [""], [new ImportDiagnostic(3, "c", "X", ImportSeverity.Error, "m", "s")])], none);
            await session.WarnAsync([new ImportDiagnostic(piece[0], "c", "Y", ImportSeverity.Warning, "m", "s")], none);
        }

        return await session.CommitAsync(none);
    }

    /// <summary>How many rows version <paramref name="number"/> of the register has.</summary>
    public static int Rows(long number) => 1 + (int)(number * 733 % 900);

    internal static async Task<RegisterVersion> FileAsync(ILandStore store, long number)
    {
        var version = Land.Version($"第{number}版") with { Base = number == 1 ? null : number - 1 };
        var rows = Enumerable.Range(0, Rows(number)).Select(n => Land.Row(Id(number, n), n % 3 == 0 ? RegisterStanding.Suspected : RegisterStanding.Entered));
        return await store.Registers.FileAsync(version, rows.ToAsyncEnumerable(), CancellationToken.None);
    }

    internal static IAsyncEnumerable<SubjectAssessment> Subjects(long number) =>
        Enumerable.Range(0, RunSubjects(number)).Select(n => Land.Assessed(SubjectKind.Parcel, Id(number, n), "met", "value")).ToAsyncEnumerable();
}
