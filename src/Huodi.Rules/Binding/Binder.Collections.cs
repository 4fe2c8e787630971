using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

internal sealed partial class Binder
{
    private BoundList BindList(ListSyntax node)
    {
        var items = node.Items.Select(Bind).ToArray();
        return new BoundList(node.Span, FeelType.ListOf(TypeRules.Unify(items.Select(i => i.Type))), items);
    }

    private BoundContext BindContext(ContextSyntax node)
    {
        var mark = frame.Mark;
        var entries = new List<BoundEntry>();
        foreach (var entry in node.Entries)
        {
            var value = Bind(entry.Value);
            entries.Add(new BoundEntry(entry.Name, frame.Declare(entry.Name, value.Type), value));
        }

        var result = node.Result is null ? null : Bind(node.Result);
        frame.Forget(mark);
        var type = result?.Type ?? FeelType.ContextOf(entries.Select(e => KeyValuePair.Create(e.Name, e.Value.Type)));
        return new BoundContext(node.Span, type, entries, result);
    }

    private BoundRange BindRange(RangeSyntax node)
    {
        var start = Bind(node.Start);
        var end = Bind(node.End);
        CheckComparable(node.Span, BinaryOperator.LessOrEqual, start, end);
        return new BoundRange(node.Span, FeelType.RangeOf(TypeRules.Unify(start.Type, end.Type)), start, node.StartIncluded, end,
            node.EndIncluded);
    }

    private BoundComparisonRange BindComparisonRange(ComparisonRangeSyntax node)
    {
        var operand = Bind(node.Operand);
        return new BoundComparisonRange(node.Span, FeelType.RangeOf(operand.Type), node.Operator, operand);
    }

    private BoundPath BindPath(PathSyntax node)
    {
        var source = Bind(node.Source);
        var type = Properties.TypeOf(source.Type, node.Name);
        if (type is null && strict)
        {
            var known = Properties.NamesOf(source.Type);
            diagnostics.Add(Faults.UnknownField(node.Span, node.Name, source.Type, NearestName.To(node.Name, known)));
        }

        return new BoundPath(node.Span, type ?? FeelType.Any, source, node.Name);
    }

    private BoundFilter BindFilter(FilterSyntax node)
    {
        var source = Bind(node.Source);
        var itemType = TypeRules.ItemOf(source.Type);
        var mark = frame.Mark;
        var item = frame.DeclareItem(itemType);
        var condition = Bind(node.Condition);
        frame.Forget(mark);
        if (strict && !TypeRules.MayBe(condition.Type, FeelType.Boolean) && !TypeRules.MayBe(condition.Type, FeelType.Number))
        {
            diagnostics.Add(Faults.WrongType(condition.Span, "筛选条件", FeelType.Boolean, condition.Type));
        }

        var byPosition = TypeRules.Base(condition.Type) == FeelType.Number;
        var type = byPosition ? itemType : condition.Type.IsAny ? FeelType.Any : FeelType.ListOf(itemType);
        return new BoundFilter(node.Span, type, source, item, condition);
    }

    private BoundFor BindFor(ForSyntax node)
    {
        var mark = frame.Mark;
        var iterators = BindIterators(node.Iterators);
        var partial = frame.Declare("partial", FeelType.ListOf(FeelType.Any));
        var outer = partialUsed;
        partialUsed = false;
        var body = Bind(node.Body);
        var uses = partialUsed;
        partialUsed = outer;
        frame.Forget(mark);
        return new BoundFor(node.Span, FeelType.ListOf(body.Type), iterators, uses ? partial : -1, body);
    }

    private BoundQuantified BindQuantified(QuantifiedSyntax node)
    {
        var mark = frame.Mark;
        var iterators = BindIterators(node.Iterators);
        var condition = Bind(node.Condition);
        ExpectType(condition, FeelType.Boolean, "satisfies 的条件");
        frame.Forget(mark);
        return new BoundQuantified(node.Span, node.Every, iterators, condition);
    }

    private List<BoundIterator> BindIterators(IReadOnlyList<IteratorSyntax> iterators)
    {
        var bound = new List<BoundIterator>();
        foreach (var iterator in iterators)
        {
            var domain = Bind(iterator.Domain);
            var to = iterator.To is null ? null : Bind(iterator.To);
            var type = iterator.Type ?? (to is null ? TypeRules.ItemOf(domain.Type) : TypeRules.Unify(domain.Type, to.Type));
            bound.Add(new BoundIterator(frame.Declare(iterator.Name, type), iterator.Name, domain, to));
        }

        return bound;
    }
}
