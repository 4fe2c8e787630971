using System.CommandLine;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy test</c>: runs the worked cases beside the law.</summary>
internal static class TestCommand
{
    public static Command Create(CliHost host)
    {
        var policies = CliOptions.Policies();
        var command = new Command("test", "运行法规旁的案例") { policies };
        command.SetAction(parse =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var results = library.Packages.SelectMany(library.RunCases).ToList();
            foreach (var failed in results.Where(r => !r.Passed))
                host.Out.WriteLine($"{failed.Case.Source}: “{failed.Case.Title}”应得“{failed.Case.Expected}”，实得“{failed.Actual}”");
            var passed = results.Count(r => r.Passed);
            host.Out.WriteLine($"{passed} 个案例通过，{results.Count - passed} 个不通过。");
            return passed == results.Count ? 0 : 1;
        });
        return command;
    }
}
