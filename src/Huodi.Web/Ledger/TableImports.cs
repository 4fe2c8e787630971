using Huodi.App.Ledger;
using Huodi.App.Ledger.Recording;
using Huodi.App.Stores;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Formats.Files;
using Huodi.Formats.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Ledger;

/// <summary>Checks a table of entries row by row, and records its good rows in one transaction. Between the two steps the browser keeps the file.</summary>
internal sealed class TableImports(ILandStore store, PolicyLibrary policies, LoadedLedger ledger, LegalCalendar calendar)
{
    private const int LargestFile = 2 << 20;
    private readonly ReadEntry _read = new(ledger.Kinds, policies);
    private readonly EntryCheck _check = new(ledger.Kinds, policies);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/ledger/import", (string? kind, HttpRequest http, TableImports imports) => imports.Choose(kind, http));
        app.MapPost("/ledger/import", (HttpContext http, TableImports imports, CancellationToken cancellation) => imports.PostAsync(http, cancellation)).TakesFile();
    }

    private RazorComponentResult<TableImportPage> Choose(string? kind, HttpRequest http) =>
        Page.Of<TableImportPage>(View(ledger.Kinds.Find(kind ?? ""), Recorder.From(http)));

    private async Task<IResult> PostAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var who = Recorder.From(form);
        var view = View(ledger.Kinds.Find(form["kind"].ToString()), who);
        var (name, content) = await FileAsync(form, cancellation);
        var fault = view.Kind is null ? new FileRefusedException("LEDGER_KIND", "没有选种类。", "选这张表登记的是哪一种。", 0, "种类")
            : content is null ? new FileRefusedException("IMPORT_FILE", "没有选文件，或者文件不完整。", "选一个 CSV 或 xlsx 文件。")
            : content.Length > LargestFile ? new FileRefusedException("FILE_TOO_LARGE", "文件大于 2 MB。", "分成几个文件，或者用 huodi ledger import 登记。")
            : null;
        view = view with { File = name, WhoFaults = who.Signature.Length > 0 ? [] : [new("LEDGER_TEXT", ReadEntry.ByPlace, "登记人是空的。", "填写登记人的姓名和单位。")] };
        if (fault is not null || view.WhoFaults.Count > 0) return Refused(view with { Refusal = fault?.Diagnostic });
        try
        {
            using var stream = new MemoryStream(content!); // There was no fault.
            var rows = JudgedRows.Of(LedgerTable.Read(stream, view.Kind!, policies.Dictionary, who.Signature), _read, _check, calendar.Today); // As above.
            who.Keep(http.Response);
            if (form["do"] != "record" || rows.Drafts.Count == 0) return Page.Of<TableImportPage>(view with { Rows = rows, Content = Convert.ToBase64String(content!), Unheard = await KnownSubjects.MissingAsync(store, rows.Drafts, cancellation) });
            return Page.Of<TableImportPage>(view with { Rows = rows, Recorded = await store.Ledger.AppendAsync(rows.Drafts, cancellation) });
        }
        catch (FileRefusedException refused)
        {
            return Refused(view with { Refusal = refused.Diagnostic });
        }
    }

    private static RazorComponentResult<TableImportPage> Refused(TableImportView view) => Page.Of<TableImportPage>(view, StatusCodes.Status422UnprocessableEntity);

    private static async Task<(string Name, byte[]? Content)> FileAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            if (file.Length > LargestFile) return (file.FileName, new byte[LargestFile + 1]);
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            return (Path.GetFileName(file.FileName), content.ToArray());
        }

        var kept = form["content"].ToString();
        var bytes = new byte[kept.Length];
        return kept.Length > 0 && Convert.TryFromBase64String(kept, bytes, out var length) ? (form["file-name"].ToString(), bytes[..length]) : ("", null);
    }

    private TableImportView View(LedgerKind? kind, Recorder who) => new(ledger.Kinds, kind, who, [], "", "", null, null, null);
}
