using System.Text;
using Huodi.App.Assessments;
using Huodi.Formats.Assessments;

namespace Huodi.Formats.Tests.Assessments;

public sealed class AssessmentCsvTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("huodi-");

    private string FilePath => Path.Combine(_folder.FullName, "assessment-3.csv");

    [Fact]
    public async Task Write_OneLineAVerdict()
    {
        var text = await WriteAsync(
            Runs.MadeParcel("DEMO-340111-000001", Runs.Line("DL-10/开工违约金", "value", "-600000.00", "元"), Runs.Line("DL-05", "value", "\"2025-07-01\"")),
            Runs.Grant("3401112024B00001", "甲,乙", Runs.Line("CN-53-02/闲置", "needsFacts", null, null, "约定开工日期", "已开工")));

        var receipt = "sha256:" + new string('c', 64);
        Assert.Equal(
            [
                "评估,截至日,对象,编号,名称,生成的演示数据,行政区划代码,法规,条,决策,结论,结论代码,结果,单位,缺少的事实,回执",
                $"3,2026-11-21,宗地,DEMO-340111-000001,演示地块 0001（生成）,是,340111,dalian-2025,DL-10,DL-10/开工违约金,得出结果,value,-600000.00,元,,{receipt}",
                $"3,2026-11-21,宗地,DEMO-340111-000001,演示地块 0001（生成）,是,340111,dalian-2025,DL-05,DL-05,得出结果,value,2025-07-01,,,{receipt}",
                $"3,2026-11-21,供地结果,3401112024B00001,\"甲,乙\",否,340111,cn-53,CN-53-02,CN-53-02/闲置,待补充材料,needsFacts,,,约定开工日期；已开工,{receipt}",
                "",
            ],
            text.TrimStart('\uFEFF').Split("\r\n"));
    }

    [Fact]
    public async Task Write_OpensInExcel_AndRunsNothing()
    {
        var text = await WriteAsync(Runs.Grant("=cmd|'/c calc'!A1", "@SUM(1)\u0001\"", Runs.Line("DL-10/a", "value", "\"+1\"")));

        Assert.Equal(Encoding.UTF8.GetPreamble(), (await File.ReadAllBytesAsync(FilePath, TestContext.Current.CancellationToken))[..3]);
        Assert.Contains(",'=cmd|'/c calc'!A1,", text, StringComparison.Ordinal);
        Assert.Contains(",\"'@SUM(1)␁\"\"\",", text, StringComparison.Ordinal);
        Assert.Contains(",'+1,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ThatFails_LeavesTheOldFileAndNoHalf()
    {
        _ = await WriteAsync(Runs.Grant("A", "一", Runs.Line("DL-10/a", "met")));
        var before = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => AssessmentCsv.WriteAsync(FilePath, Runs.Run, Failing(), TestContext.Current.CancellationToken));

        Assert.Equal(before, await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.FullName));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async IAsyncEnumerable<SubjectAssessment> Failing()
    {
        yield return Runs.Grant("B", "二", Runs.Line("DL-10/a", "met"));
        await Task.Yield();
        throw new InvalidOperationException("the store went away");
    }

    private async Task<string> WriteAsync(params SubjectAssessment[] subjects)
    {
        await AssessmentCsv.WriteAsync(FilePath, Runs.Run, Runs.Of(subjects), TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
    }
}
