using FsCheck;
using FsCheck.Fluent;

namespace Huodi.Rules.Tests.Dmn;

public sealed class DmnWriterTests
{
    private const string Model = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="闲置" namespace="urn:test">
          <itemDefinition name="用途"><typeRef>string</typeRef><allowedValues><text>"住宅", "工业"</text></allowedValues></itemDefinition>
          <inputData id="i1" name="建筑面积"><variable name="建筑面积" typeRef="number"/></inputData>
          <inputData id="i2" name="用途大类"><variable name="用途大类" typeRef="用途"/></inputData>
          <businessKnowledgeModel id="b1" name="加倍">
            <variable name="加倍"/>
            <encapsulatedLogic><formalParameter name="x" typeRef="number"/><literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic>
          </businessKnowledgeModel>
          <decision id="d1" name="建设工期">
            <variable name="建设工期" typeRef="number"/>
            <informationRequirement><requiredInput href="#i1"/></informationRequirement>
            <informationRequirement><requiredInput href="#i2"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input label="用途"><inputExpression typeRef="string"><text>用途大类</text></inputExpression></input>
              <input><inputExpression typeRef="number"><text>建筑面积</text></inputExpression></input>
              <output typeRef="number"><defaultOutputEntry><text>4</text></defaultOutputEntry></output>
              <rule><inputEntry><text>"住宅"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>3</text></outputEntry></rule>
              <rule><inputEntry><text>"工业"</text></inputEntry><inputEntry><text>&lt; 50000</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="d2" name="结论">
            <variable name="结论"/>
            <informationRequirement><requiredDecision href="#d1"/></informationRequirement>
            <knowledgeRequirement><requiredKnowledge href="#b1"/></knowledgeRequirement>
            <conditional>
              <if><literalExpression><text>建设工期 > 2</text></literalExpression></if>
              <then><literalExpression><text>加倍(建设工期)</text></literalExpression></then>
              <else><literalExpression><text>0</text></literalExpression></else>
            </conditional>
          </decision>
        </definitions>
        """;

    [Theory]
    [InlineData(DmnVersion.V13, "20191111")]
    [InlineData(DmnVersion.V15, "20230324")]
    public void Write_ThenRead_DecidesTheSame(DmnVersion version, string year)
    {
        var model = Read(Model);

        var written = DmnWriter.Write(model, version);

        var again = Read(written);
        Assert.Contains($"https://www.omg.org/spec/DMN/{year}/MODEL/", written, StringComparison.Ordinal);
        Assert.Equal(written, DmnWriter.Write(again, version));
        foreach (var (use, area, result) in new[] { ("住宅", 1m, "6"), ("工业", 1m, "0"), ("工业", 60_000m, "8"), ("其他", 1m, "8") })
        {
            var inputs = new Dictionary<string, FeelValue> { ["用途大类"] = FeelValue.Of(use), ["建筑面积"] = FeelValue.Of(area) };
            Assert.Equal(result, Compile(model).Evaluate("结论", inputs).Value.ToString());
            Assert.Equal(result, Compile(again).Evaluate("结论", inputs).Value.ToString());
        }
    }

    [Theory]
    [InlineData("", "DMN002")]
    [InlineData("<definitions", "DMN002")]
    [InlineData("<html/>", "DMN001")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><definitions>&b;</definitions>", "DMN002")]
    [InlineData("<definitions><decision name='d'><decisionTable hitPolicy='SOME'/></decision></definitions>", "DMN003")]
    public void Read_NotDmn_SaysWhy(string xml, string code)
    {
        using var text = new StringReader(xml);

        var read = DmnReader.Read(text);

        Assert.False(read.Succeeded);
        Assert.Equal(code, Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void Read_DamagedText_NeverThrows() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(
        Gen.ListOf(from at in Gen.Choose(0, Model.Length - 1)
                   from c in Gen.Elements('<', '>', '"', '/', 'x', ' ', '&', '#')
                   select (at,
            c)).ToArbitrary(),
        damage =>
        {
            var xml = new System.Text.StringBuilder(Model);
            foreach (var (at, c) in damage.Take(4)) xml[at] = c;
            using var text = new StringReader(xml.ToString());

            var read = DmnReader.Read(text);

            if (read.Value is { } model) _ = DmnCompiler.Compile(model, []);
            return read.Succeeded || read.Diagnostics.Count > 0;
        }));

    [Fact]
    public void Evaluate_StrictWithoutAnInput_NamesIt()
    {
        var model = DmnCompiler.Compile(Read(Model), [], FeelMode.Strict).Require();

        var answer = model.Evaluate("结论", new Dictionary<string, FeelValue> { ["用途大类"] = FeelValue.Of("工业") });

        Assert.Equal("待补充：建筑面积", answer.ToString());
    }

    private static DmnModel Read(string xml)
    {
        using var text = new StringReader(xml);
        return DmnReader.Read(text).Require();
    }

    private static CompiledModel Compile(DmnModel model) => DmnCompiler.Compile(model, []).Require();
}
