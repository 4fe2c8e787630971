using Huodi.Rules.Syntax;

namespace Huodi.Rules.Parsing;

internal sealed partial class Parser
{
    private CallSyntax ParseArguments(int start, SyntaxNode callee)
    {
        Expect('(');
        var arguments = new List<ArgumentSyntax>();
        if (Take(')')) return new CallSyntax(SpanFrom(start), callee, arguments);
        var named = IsNamedArgument();
        do
        {
            string? name = null;
            if (named)
            {
                if (!IsNamedArgument()) throw Expected("参数名:");
                name = ParseKey();
                Expect(':');
            }

            arguments.Add(new ArgumentSyntax(name, ParseExpression()));
        }
        while (Take(','));
        Expect(')');
        return new CallSyntax(SpanFrom(start), callee, arguments);
    }

    private bool IsNamedArgument()
    {
        SkipTrivia();
        var i = position;
        if (i >= text.Length || !FeelChars.IsNameStart(text[i])) return false;
        while (i < text.Length && (FeelChars.IsNamePart(text[i]) || FeelChars.IsSpace(text[i]) || FeelChars.IsNameSign(text[i]))) i++;
        return i < text.Length && text[i] == ':';
    }

    private FunctionSyntax ParseFunction(int start)
    {
        Expect('(');
        var parameters = new List<FeelParameter>();
        if (!Take(')'))
        {
            do parameters.Add(ParseParameter());
            while (Take(','));
            Expect(')');
        }

        if (TakeWord("external"))
        {
            _ = ParseExpression();
            return new FunctionSyntax(SpanFrom(start), parameters, null);
        }

        var mark = names.Mark;
        foreach (var parameter in parameters) names.Push(parameter.Name);
        var body = ParseExpression();
        names.PopTo(mark);
        return new FunctionSyntax(SpanFrom(start), parameters, body);
    }

    private FeelParameter ParseParameter()
    {
        SkipTrivia();
        var start = position;
        while (position < text.Length && text[position] is not (':' or ',' or ')')) position++;
        var name = Normalised(text[start..position]);
        if (name.Length == 0 || !FeelChars.IsNameStart(name[0])) throw Expected("参数名");
        return new FeelParameter(name, Take(':') ? ParseType() : FeelType.Any);
    }
}
