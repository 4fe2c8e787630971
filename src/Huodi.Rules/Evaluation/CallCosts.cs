namespace Huodi.Rules.Evaluation;

/// <summary>
/// What a call of a built-in may cost, known before it is made: the size of its arguments, and of a text that it multiplies.
/// </summary>
internal static class CallCosts
{
    public static long Of(string function, FeelValue?[] arguments, Budget budget)
    {
        var cost = 1L;
        foreach (var argument in arguments) cost += argument is ListValue list ? list.Items.Length : 0;
        switch (function)
        {
            case "string join" when arguments is [ListValue list, StringValue delimiter]:
                budget.SpendText((long)list.Items.Length * delimiter.Value.Length);
                budget.SpendText(list.Items.Sum(i => i is StringValue s ? (long)s.Value.Length : 0));
                break;
            case "replace" when arguments is [StringValue text, _, StringValue replacement, ..]:
                budget.SpendText((long)(text.Value.Length + 1) * (replacement.Value.Length + 1));
                cost += 1000;
                break;
            case "matches" or "split":
                cost += 1000;
                break;
            case "flatten" or "string":
                cost += Size(arguments[0]);
                break;
            case "concatenate" or "union" when arguments is [ListValue lists]:
                cost += lists.Items.Sum(i => i is ListValue inner ? (long)inner.Items.Length : 1);
                break;
        }

        return cost;
    }

    private static long Size(FeelValue? value) => value switch
    {
        ListValue list => 1 + list.Items.Sum(Size),
        ContextValue context => 1 + context.Entries.Sum(e => Size(e.Value)),
        StringValue text => 1 + (text.Value.Length / 16),
        _ => 1,
    };
}
