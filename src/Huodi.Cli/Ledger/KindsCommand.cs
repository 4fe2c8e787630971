using System.CommandLine;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger kinds</c>: what can be recorded, and with which fields.</summary>
internal static class KindsCommand
{
    public static Command Create(CliHost host)
    {
        var policies = CliOptions.Policies();
        var command = new Command("kinds", "列出登记的种类和字段") { policies };
        command.SetAction(parse =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            foreach (var kind in ledger.Kinds.All)
            {
                host.Out.WriteLine($"{kind.Stage}　{kind.Name}（{kind.English}）　可登在：{string.Join("、", kind.Subjects.Select(s => new LedgerSubject(s, "-").Chinese))}");
                host.Out.WriteLine($"  依据：{kind.Evidence}　条文：{string.Join("、", kind.Articles)}");
                foreach (var field in kind.Fields)
                {
                    var fact = library.Dictionary.Find(field.Name);
                    var allowed = fact?.Allowed.Count > 0 ? $"　可取：{string.Join("、", fact.Allowed)}" : "";
                    host.Out.WriteLine($"  {(field.IsRequired ? "必填" : "选填")} {field.Name}　{fact?.Type}{(fact?.Unit is { } unit ? $"（{unit}）" : "")}{allowed}");
                }

                if (kind.Note.Length > 0) host.Out.WriteLine($"  说明：{kind.Note}");
            }

            return 0;
        });
        return command;
    }
}
