using System.CommandLine;
using System.Text.Json.Nodes;
using Huodi.App.Letters;
using Huodi.App.Stores;
using Huodi.Cli.Cases;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Cli.Policies;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Formats.Letters;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Letters;

namespace Huodi.Cli.Letters;

/// <summary><c>huodi letter make</c>: one letter as .docx, made whole or not at all.</summary>
internal static class MakeLetterCommand
{
    public static Command Create(CliHost host)
    {
        var template = new Argument<string>("template") { Description = "模板编号，见 huodi letter list；名称不重复时可只写名称" };
        var subject = new Option<string?>("--subject") { Description = "地库中的宗地代码或电子监管号；或台账对象 grant:…、parcel:…、project:…" };
        var facts = new Option<FileInfo?>("--facts") { Description = "事实文件（一个 JSON 对象），代替或补充地库和台账中的事实" };
        var store = CliOptions.Store();
        var asOf = CliOptions.AsOf("--as-of", "提问之日，默认今天");
        var entries = new Option<string[]>("--entry") { Description = "填写项，写成 名称=内容，可写多次", AllowMultipleArgumentsPerToken = true };
        var output = new Option<FileInfo?>("--out") { Description = "输出的 .docx 文件，不覆盖已有的文件；登记的文书可以以后再输出（letter again）" };
        var record = new Option<bool>("--record") { Description = "登入台账：文字、散列、文号、模板和所用事实一并留存；文号由序列接着编" };
        var file = new Option<string>("--case") { Description = "所属案件的编号", DefaultValueFactory = _ => "" };
        var by = new Option<string?>("--by") { Description = "登记人；登记时必填" };
        var policies = CliOptions.Policies();
        var command = new Command("make", "生成一份公文") { template, subject, facts, store, asOf, entries, output, record, file, by, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var form = Find(LetterCommands.Load(parse.GetValue(policies)!, library), parse.GetValue(template)!);
            var (keeps, target) = (parse.GetValue(record), parse.GetValue(output));
            if (!keeps && target is null) throw new CliException("LETTER_OUT", "没有写明输出到哪里。", "写 --out 文件.docx，或 --record 登入台账。");
            if (keeps && parse.GetValue(by) is null) throw new CliException("LETTER_BY", "登记文书没有写明登记人。", "写 --by 姓名。");
            if (target is { Exists: true }) throw new CliException("LETTER_EXISTS", $"{target.Name} 已存在。", "换一个文件名：已生成的文书不覆盖。");

            var filled = Entries(parse.GetValue(entries) ?? []);
            var given = Given(parse.GetValue(facts));
            var day = parse.GetValue(asOf) ?? host.Today;
            if (parse.GetValue(subject) is not { } named)
            {
                if (given is null || keeps) throw new CliException("LETTER_SUBJECT", "没有说明文书是关于哪一宗地的。", "写 --subject 宗地代码或电子监管号，或 --facts 文件。");
                await WriteAsync(host, Whole(form, new LetterComposer(library).Compose(form, given, new Question(day), filled)), target, cancellation);
                return 0;
            }

            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var (about, registered) = await LandAsync(land, named, cancellation);
            var request = new LetterRequest(form, about, registered, given ?? [], day, filled, parse.GetValue(file)!, parse.GetValue(by) ?? "");
            var keep = new KeepLetters(library, ledger, land.Ledger, host.Today);
            if (!keeps)
            {
                await WriteAsync(host, Whole(form, await keep.ComposeAsync(request, cancellation)), target, cancellation);
                return 0;
            }

            var made = await GuardedAsync(() => keep.RecordAsync(request, cancellation));
            var letter = Whole(form, made.Draft);
            CaseText.Require(made.Faults);
            host.Out.WriteLine($"已登记为第 {made.Entry?.Number} 条：{letter.Title}（{letter.Number}）");
            await WriteAsync(host, letter, target, cancellation);
            return 0;
        });
        return command;
    }

    private static async Task<LetterMade> GuardedAsync(Func<Task<LetterMade>> make)
    {
        try
        {
            return await make();
        }
        catch (DomainException wrong)
        {
            throw new CliException(wrong.Code, wrong.Message, "");
        }
    }

    private static Letter Whole(LetterTemplate form, LetterDraft draft) => draft.Letter
        ?? throw new CliException("LETTER_NOT_READY", $"“{form.Title}”还不能生成：\n{string.Join('\n', draft.Obstacles.Select(o => $"  {o}"))}", "补齐后用同一命令再生成。");

    private static async Task WriteAsync(CliHost host, Letter letter, FileInfo? target, CancellationToken cancellation)
    {
        if (target is not null)
        {
            await LetterFile.WriteAsync(letter, target.FullName, cancellation);
            host.Out.WriteLine($"已生成 {target.Name}：{letter.Title}（{letter.Number}）");
        }

        host.Out.WriteLine($"文字凭据：{letter.Hash}");
    }

    private static LetterTemplate Find(IReadOnlyList<LetterTemplate> all, string id)
    {
        var found = all.Where(t => t.Id == id || Path.GetFileName(t.Id) == id).ToList();
        return found.Count == 1
            ? found[0]
            : throw new CliException("LETTER_UNKNOWN", found.Count == 0 ? $"没有文书模板“{id}”。" : $"名为“{id}”的模板有 {found.Count} 份。",
                $"可用：{string.Join("、", (found.Count == 0 ? all : found).Select(t => t.Id))}。");
    }

    /// <summary>The subject, with what the registers know of it.</summary>
    private static async Task<(LedgerSubject Subject, JsonObject Facts)> LandAsync(ILandStore land, string named, CancellationToken cancellation)
    {
        if (named.IndexOfAny([':', '：']) > 0)
        {
            var about = LedgerOptions.Read(named);
            var sheet = about.Kind == LedgerSubjectKind.Grant ? (await land.FindGrantAsync(about.Id, cancellation))?.Facts
                : about.Kind == LedgerSubjectKind.Parcel ? (await land.FindParcelAsync(about.Id, cancellation))?.Facts : null;
            return (about, sheet?.ToJson() ?? []);
        }

        if (await land.FindGrantAsync(named, cancellation) is { } grant) return (new(LedgerSubjectKind.Grant, named), grant.Facts.ToJson());
        return await land.FindParcelAsync(named, cancellation) is { } parcel
            ? (new(LedgerSubjectKind.Parcel, named), parcel.Facts.ToJson())
            : throw new CliException("SUBJECT_UNKNOWN", $"地库里没有“{named}”。", "核对宗地代码或电子监管号；只在台账里的，写 grant:… 或 parcel:…。");
    }

    private static JsonObject? Given(FileInfo? facts)
    {
        if (facts is null) return null;
        var file = FactsFile.Read(facts);
        if (file.Count != 1) throw new CliException("FACTS_SHAPE", $"{facts.Name} 有 {file.Count} 个对象，文书只关于一个。", "只留一个 JSON 对象。");
        return file[0].Facts.DeepClone().AsObject();
    }

    private static Dictionary<string, string> Entries(IEnumerable<string> given)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in given)
        {
            var at = one.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw new CliException("LETTER_ENTRY", $"--entry “{one}”应写成 名称=内容。", "例如 --entry 发文字号=某自然资闲查〔2026〕1号。");
            if (!entries.TryAdd(one[..at].Trim(), one[(at + 1)..])) throw new CliException("LETTER_ENTRY", $"填写项“{one[..at]}”写了两次。", "只写一次。");
        }

        return entries;
    }
}
