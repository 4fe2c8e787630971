using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;

namespace Huodi.Policies.Tests.Procedures;

/// <summary>闲置土地处置办法 第五条至第十八条, and DL-29 and QD-13, as cases.</summary>
public sealed class ProcedureCaseTests
{
    private const string Office = "市、县国土资源主管部门";
    private const string Holder = "国有建设用地使用权人";
    private static readonly string[] Service = ["送达回证"];

    [Fact]
    public void Deadline_AfterService_IsThirtyDaysLater()
    {
        // 第五条: 接到通知书之日起三十日内. The day of service is not counted: 2026-03-02 + 30 = 2026-04-01.
        var idle = Started(out _).With(At("2026-03-02", "送达《闲置土地调查通知书》", "完成", Office, Service));

        var deadline = idle.Deadline(CarriedPolicies.Library, [], new(new DateOnly(2026, 3, 10)));

        Assert.Equal("使用权人提供材料", idle.Next?.Name);
        Assert.Equal("2026-04-01", (string?)deadline?.Value);
    }

    [Fact]
    public void Problems_StepOutOfTurn_NeedsAGround()
    {
        var idle = Started(out _);
        var finding = At("2026-03-02", "下达《闲置土地认定书》", "不属于第八条情形", Office, Service);

        Assert.Equal(["STEP_SKIPPED"], idle.Problems(finding).Select(p => p.Code));
        Assert.Empty(idle.Problems(finding with { Ground = "前案已调查核实，见原卷" }));
        Assert.Equal("公开闲置土地信息", idle.With(finding with { Ground = "前案已调查核实，见原卷" }).Next?.Name);
    }

    [Fact]
    public void Problems_WrongRoleOutcomeDocumentAndDay_AreAllTold()
    {
        var wrong = At("2026-02-01", "送达《闲置土地调查通知书》", "送到", Holder, []);

        var problems = Started(out _).Problems(wrong);

        Assert.Equal(["OUTCOME_UNKNOWN", "STEP_ROLE", "STEP_DOCUMENT", "STEP_DAY"], problems.Select(p => p.Code));
        Assert.All(problems, p => Assert.NotEqual("", p.Suggestion));
    }

    [Fact]
    public void With_GovernmentCause_TakesTheBranchOfArticleTwelve()
    {
        var idle = Found("属于第八条情形");

        // 第十一条: the cause is made public too; 第二十五条: filed before it is disposed of by 第十二条.
        Assert.Equal("公开闲置土地信息和闲置原因", idle.Next?.Name);
        var talks = idle.With(At("2026-04-22", "公开闲置土地信息和闲置原因", "完成", Office, ["书面告知有关政府或者政府部门的文件"]))
            .With(At("2026-04-23", "录入监测与监管系统备案", "完成", Office, []));
        Assert.Equal("协商处置方式", talks.Next?.Name);
        // The text says nothing about talks that fail: the case stays where it is.
        Assert.Equal("协商处置方式", talks.With(At("2026-05-01", "协商处置方式", "协商不成", Office, [])).Next?.Name);
    }

    [Fact]
    public void With_OwnCauseToPayment_EndsTheCase()
    {
        var idle = Found("不属于第八条情形")
            .With(At("2026-04-22", "公开闲置土地信息", "完成", Office, []))
            .With(At("2026-05-06", "书面告知听证权利", "完成", Office, Service))
            .With(At("2026-05-25", "使用权人申请听证", "未要求听证", Holder, []))
            .With(At("2026-06-01", "报人民政府批准", "批准征缴闲置费", Office, []))
            .With(At("2026-06-08", "下达《征缴土地闲置费决定书》", "完成", Office, Service));

        // 第十七条: 送达之日起三十日内. 2026-06-08 + 30 = 2026-07-08.
        Assert.Equal("2026-07-08", (string?)idle.Deadline(CarriedPolicies.Library, [], new(new DateOnly(2026, 6, 9)))?.Value);

        var paid = idle.With(At("2026-07-01", "缴纳土地闲置费", "已缴清", Holder, []));
        Assert.Null(paid.Next);
        Assert.Equal(["CASE_ENDED"], paid.Problems(At("2026-07-02", "公告注销", "完成", Office, [])).Select(p => p.Code));
    }

    [Fact]
    public void EndedBy_BuildingHasBegunInDalian_EndsTheCase_ElsewhereNot()
    {
        var facts = new JsonObject { ["闲置处置程序进行中"] = true, ["已开工"] = true };
        var question = new Question(new DateOnly(2026, 4, 1));
        var idle = Started(out var library);

        var dalian = idle.EndedBy(library, library.Governing(DivisionCode.Parse("210211")), facts, question).ToList();
        var hefei = idle.EndedBy(library, library.Governing(DivisionCode.Parse("340111")), facts, question).ToList();

        Assert.Equal(["DL-29a/闲置程序终止"], dalian.Select(a => a.Answer.Decision));
        Assert.Empty(hefei);
    }

    [Fact]
    public void EndedBy_BuildingNotBegun_DoesNotEnd()
    {
        var facts = new JsonObject { ["闲置处置程序进行中"] = true, ["已开工"] = false };
        var idle = Started(out var library);

        Assert.Empty(idle.EndedBy(library, library.Governing(DivisionCode.Parse("210211")), facts, new(new DateOnly(2026, 4, 1))));
    }

    [Fact]
    public void Facts_OfTheSixStepsOfQingdao_SatisfyTheirOrder()
    {
        var change = ProcedureCase.Open(Find("QD-13/容积率和用地性质变更"))
            .With(At("2019-02-01", "专家论证", "完成", "区（市）政府", []))
            .With(At("2019-03-01", "区城规委会议审议", "同意", "区（市）政府", []))
            .With(At("2019-03-10", "社会公告", "未建项目", "区（市）政府", []))
            .With(At("2019-04-01", "征求相关利益人意见", "完成", "区（市）政府", []));
        var facts = change.Facts();
        facts["已建项目"] = false;
        facts["申请日期"] = "2019-02-01";

        var order = CarriedPolicies.Library.Evaluate("QD-13/程序齐备", facts, new(new DateOnly(2019, 5, 1)));

        Assert.Equal(Outcome.Met, order.Outcome);
        Assert.Equal("核准", change.Next?.Name);
        Assert.Equal(["STEP_ROLE"], change.Problems(At("2019-05-01", "核准", "核准", "区（市）政府", [])).Select(p => p.Code));
    }

    private static ProcedureCase Started(out PolicyLibrary library)
    {
        library = CarriedPolicies.Library;
        return ProcedureCase.Open(Find("CN-53-04/闲置土地处置")).With(At("2026-02-10", "发现涉嫌闲置", "涉嫌构成闲置土地", Office, []));
    }

    private static ProcedureCase Found(string outcome) => Started(out _)
        .With(At("2026-03-02", "送达《闲置土地调查通知书》", "完成", Office, Service))
        .With(At("2026-03-20", "使用权人提供材料", "已提供", Holder, []))
        .With(At("2026-04-10", "调查核实", "构成闲置土地", Office, ["调查笔录或者现场勘测记录"]))
        .With(At("2026-04-20", "下达《闲置土地认定书》", outcome, Office, Service));

    private static Procedure Find(string id) => CarriedPolicies.Library.Packages.SelectMany(p => p.Procedures).Single(p => p.Id == id);

    private static CaseEvent At(string day, string step, string outcome, string role, string[] documents) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd"), step, outcome, role, documents, "");
}
