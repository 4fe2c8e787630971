using Huodi.Policies.Loading;

namespace Huodi.Policies.Evaluation;

/// <summary>Works out what each decision can depend on, and refuses decisions that depend on themselves.</summary>
internal static class Reach
{
    public static void Set(IReadOnlyList<CompiledPackage> packages, CompiledDictionary dictionary, DiagnosticBag bag)
    {
        foreach (var decision in packages.SelectMany(p => p.Decisions))
        {
            var facts = new SortedSet<string>(StringComparer.Ordinal);
            var seen = new HashSet<CompiledDecision>();
            Walk(decision, [], seen, facts, dictionary, bag);
            decision.ReachableFacts = [.. facts];
            decision.ReachablePackages = [.. seen.Select(d => d.Package.Source).Distinct().OrderBy(p => p.Id, StringComparer.Ordinal)];
        }
    }

    private static void Walk(
        CompiledDecision decision, Stack<CompiledDecision> path, HashSet<CompiledDecision> seen, SortedSet<string> facts, CompiledDictionary dictionary, DiagnosticBag bag)
    {
        if (path.Contains(decision))
        {
            var circle = string.Join(" → ", path.Reverse().SkipWhile(d => d != decision).Append(decision).Select(d => d.Source.Name));
            bag.Error(decision.Package.Source.File, decision.Source.Line, "DECISION_CIRCLE", $"决策互相引用成环：{circle}。", "拆开其中一个引用。");
            return;
        }

        if (!seen.Add(decision)) return;
        path.Push(decision);
        var notes = decision.Notes.SelectMany(n => n.When?.Names ?? []);
        foreach (var name in decision.Names.Concat(notes))
        {
            if (decision.Package.DecisionsByName.TryGetValue(name, out var other)) Walk(other, path, seen, facts, dictionary, bag);
            else if (dictionary.Source.Find(name) is not null) Fact(name, facts, dictionary);
        }

        path.Pop();
    }

    private static void Fact(string name, SortedSet<string> facts, CompiledDictionary dictionary)
    {
        if (name == SubjectFacts.AsOfName || !facts.Add(name)) return;
        foreach (var implication in dictionary.Implications(name))
        {
            foreach (var other in (implication.When?.Names ?? []).Concat(implication.Then.Names).Append(implication.Known)) Fact(other, facts, dictionary);
        }
    }
}
