using System.CommandLine;
using System.Text.Json.Nodes;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Formats.Letters;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Letters;

namespace Huodi.Cli.Letters;

/// <summary><c>huodi letter make</c>: one letter as .docx, made whole or not at all.</summary>
internal static class MakeLetterCommand
{
    public static Command Create(CliHost host)
    {
        var template = new Argument<string>("template") { Description = "模板编号，见 huodi letter list；名称不重复时可只写名称" };
        var subject = new Option<string?>("--subject") { Description = "地库中的宗地代码或电子监管号" };
        var facts = new Option<FileInfo?>("--facts") { Description = "事实文件（一个 JSON 对象），代替或补充地库中的事实" };
        var store = CliOptions.Store();
        var asOf = CliOptions.AsOf("--as-of", "提问之日，默认今天");
        var entries = new Option<string[]>("--entry") { Description = "填写项，写成 名称=内容，可写多次", AllowMultipleArgumentsPerToken = true };
        var output = new Option<FileInfo>("--out") { Description = "输出的 .docx 文件，不覆盖已有的文件", Required = true };
        var policies = CliOptions.Policies();
        var command = new Command("make", "生成一份公文") { template, subject, facts, store, asOf, entries, output, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var folder = parse.GetValue(policies)!;
            var library = PolicyCommands.Load(folder);
            var form = Find(LetterCommands.Load(folder, library), parse.GetValue(template)!);
            var known = await FactsAsync(parse.GetValue(subject), parse.GetValue(facts), parse.GetValue(store)!, host, cancellation);
            var draft = new LetterComposer(library).Compose(form, known, new Question(parse.GetValue(asOf) ?? host.Today), Entries(parse.GetValue(entries) ?? []));
            if (draft.Letter is not { } letter) throw new CliException("LETTER_NOT_READY", $"“{form.Title}”还不能生成：\n{Obstacles(draft)}", "补齐后用同一命令再生成。");

            var file = parse.GetValue(output)!;
            if (file.Exists) throw new CliException("LETTER_EXISTS", $"{file.Name} 已存在。", "换一个文件名：已生成的文书不覆盖。");
            await LetterFile.WriteAsync(letter, file.FullName, cancellation);
            host.Out.WriteLine($"已生成 {file.Name}：{letter.Title}（{letter.Number}）");
            host.Out.WriteLine($"文字凭据：{letter.Hash}");
            return 0;
        });
        return command;
    }

    private static LetterTemplate Find(IReadOnlyList<LetterTemplate> all, string id)
    {
        var found = all.Where(t => t.Id == id || Path.GetFileName(t.Id) == id).ToList();
        return found.Count == 1
            ? found[0]
            : throw new CliException("LETTER_UNKNOWN", found.Count == 0 ? $"没有文书模板“{id}”。" : $"名为“{id}”的模板有 {found.Count} 份。",
                $"可用：{string.Join("、", (found.Count == 0 ? all : found).Select(t => t.Id))}。");
    }

    private static async Task<JsonObject> FactsAsync(string? subject, FileInfo? facts, string store, CliHost host, CancellationToken cancellation)
    {
        var known = new JsonObject();
        if (subject is null && facts is null) throw new CliException("LETTER_SUBJECT", "没有说明文书是关于哪一宗地的。", "写 --subject 宗地代码或电子监管号，或 --facts 文件。");
        if (subject is not null)
        {
            await using var land = await StoreOpener.OpenExistingAsync(store, host.Time, cancellation);
            var sheet = (await land.FindGrantAsync(subject, cancellation))?.Facts ?? (await land.FindParcelAsync(subject, cancellation))?.Facts
                ?? throw new CliException("SUBJECT_UNKNOWN", $"地库里没有“{subject}”。", "核对宗地代码或电子监管号。");
            known = sheet.ToJson();
        }

        if (facts is null) return known;
        var file = FactsFile.Read(facts);
        if (file.Count != 1) throw new CliException("FACTS_SHAPE", $"{facts.Name} 有 {file.Count} 个对象，文书只关于一个。", "只留一个 JSON 对象。");
        foreach (var (name, value) in file[0].Facts) known[name] = value?.DeepClone();
        return known;
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

    private static string Obstacles(LetterDraft draft) => string.Join('\n',
    [
        .. draft.MissingEntries.Select(e => $"  未填写：{e.Name}{(e.Note.Length > 0 ? $"（{e.Note}）" : "")}"),
        .. draft.WrongEntries.Select(w => $"  填写有误：{w}"),
        .. draft.MissingFacts.Select(m => $"  缺：{m.Name}（由{m.Office}{(m.IsParameter ? "确定" : "提供")}）"),
        .. draft.Grounds.Select(a => $"  前提不成立：{a.Decision}的结论是{a.Outcome.Chinese()}{string.Concat(a.Reasons.Where(r => r.Holds == false).Select(r => $"；{r.Rule}：{r.Result}"))}"),
    ]);
}
