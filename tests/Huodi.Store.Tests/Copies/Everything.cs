using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;
using Huodi.Store.GeoPackage;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.Tests.Copies;

/// <summary>A store with at least one row in every table. A new table has its line here, or the copy test says that it is empty.</summary>
internal static class Everything
{
    /// <summary>Rows of rooms that judge what they are given; the copy does not, so plain rows will do.</summary>
    private const string Rows = """
        INSERT INTO register_version VALUES (1, 'idle', '闲置土地', '2026 第一版', '340100', '2026-03-01', '2026-03-02T08:00:00.125Z', '张三', '合自然资〔2026〕1号', 1, NULL, '[]', 1, 0, 0, 'aa');
        INSERT INTO register_version VALUES (2, 'idle', '闲置土地', '2026 第二版', '340100', '2026-04-01', '2026-04-02T08:00:00.000Z', '张三', '合自然资〔2026〕2号', NULL, 1, '[]', 0, 0, 0, 'bb');
        INSERT INTO register_finding VALUES (1, 'idle', 'parcel', 'P1', 'enter', '2026-03-01', '2026-03-01T00:00:00.001Z', '李四', '认定书1号', '满一年未动工');
        INSERT INTO parcel_change VALUES (1, 'split', '2026-03-01', '2026-03-01T00:00:00.000Z', '李四', '批文', '分割', 1);
        INSERT INTO parcel_change_part (change_number, is_after, position, parcel_id, measured_hundredths, carried, restate) VALUES (1, 0, 0, 'P1', 123, '[]', '["宗地面积"]');
        INSERT INTO parcel_correction VALUES (1, 'P2', '宗地面积', '1234.560', NULL, '2026-03-01', '2026-03-01T00:00:00.000Z', '李四', '更正书', '笔误');
        INSERT INTO approval_batch (geom, number, name, division, approved_on, approved_hundredths, facts, batch_id)
          SELECT geom, '皖政地〔2020〕1号', '第一批次', '340111', '2020-03-01', 99, '[]', 1 FROM parcel WHERE id = 'P2';
        INSERT INTO control_layer VALUES (1, '永久基本农田', 1, 'pbf.gpkg', 'ff', '2026-03-01T00:00:00.000Z', 1, '');
        INSERT INTO control_shape (geom, layer_number, layer_name) SELECT geom, 1, '永久基本农田' FROM parcel WHERE id = 'P2';
        INSERT INTO overlay_run VALUES (1, '2026-03-01T00:00:00.000Z', '340100', '[1,3]', 2);
        INSERT INTO overlay_result (run_number, parcel_id, layer_number, area_hundredths, share) VALUES (1, 'P1', 1, 12, 0.3333333333333333), (1, 'P2', 1, 5, 1.0);
        INSERT INTO parcel_shape_original (geom, parcel_id, changed_at, changed_by, reason) SELECT geom, 'P1', '2026-03-01T00:00:00.000Z', '李四', '自相交' FROM parcel WHERE id = 'P2';
        UPDATE parcel SET retired_by = 1 WHERE id = 'P1';
        INSERT INTO ledger_entry VALUES (1, 'parcel', 'P1', 'handed-over', '2026-01-01', '2026-03-01T00:00:00.000Z', '李四', '交地书', NULL, '{"a": 1.50}', NULL, NULL, randomblob(32));
        INSERT INTO ledger_entry VALUES (2, 'parcel', 'P1', 'handed-over', '2026-01-02', '2026-03-02T00:00:00.000Z', '李四', '交地书', 'ff', '{"a":1.5}', 1, '日期有误', randomblob(32));
        INSERT INTO warning_run VALUES (1, '2026-03-01', '2026-03-01T22:00:00.250Z', '定时', 2, 2, 1);
        INSERT INTO warning VALUES (1, 'parcel', 'P1', 'DL-16/过渡期', '2026-09-01', '提前6个月', '过渡期届满', '2026-09-01', 7, '340111', '["DL-16"]', '自然资源主管部门', '过渡期届满：……', 1, '2026-03-01', 'closed', 0, 2, '规划科', '李四', '2026-03-01');
        INSERT INTO warning VALUES (2, 'grant', '3401112007B00001', '合同/交地', '约定交地日期', '缺事实', '约定交地', NULL, 9, NULL, '[]', '自然资源主管部门', '缺……', 1, '2026-03-01', 'given', 1, 0, '自然资源主管部门', '', '2026-03-01');
        INSERT INTO warning_event VALUES (1, 1, 1, 'escalate', '2026-03-01T22:00:00.250Z', '每日预警', '未签收', '上级', '', NULL, NULL, NULL, 1);
        INSERT INTO warning_event VALUES (2, 1, 2, 'close', '2026-03-02T00:00:00.000Z', '李四', '已办', '', '', '批复', 'ff', 2, NULL);
        INSERT INTO source_document VALUES (1, '9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0', '认定书.pdf', 3, '2026-03-02T00:00:00.125Z', '李四', '0000000000000000000000000000000000000000000000000000000000000001');
        INSERT INTO source_document_piece VALUES (1, 1, 0, CAST('aaa' AS BLOB));
        UPDATE ledger_head SET entries = 2, hash = (SELECT hash FROM ledger_entry WHERE number = 2), recorded_at = '2026-03-02T00:00:00.000Z';
        """;

    private const string Entry = """
        INSERT INTO register_entry (version_number, position, subject, subject_id, name, division, standing, category, reason, area_hundredths, generated, content, hash, geom)
        VALUES (1, 0, 'parcel', 'P1', '名', '340111', 'entered', 'c', 'r', 5, 0, '{}', 'aa', (SELECT geom FROM parcel WHERE id = 'P1'))
        """;

    public static async Task MakeAsync(string path)
    {
        await using (var store = await GeoPackageStore.OpenAsync(path, TimeProvider.System, CancellationToken.None))
        {
            var refused = new RefusedRow(3, ["彝良县", "", "含,逗号\"引号\""], [new ImportDiagnostic(3, "c", "SUPPLY_PRICE", ImportSeverity.Error, "m", "s")]);
            var warning = new ImportDiagnostic(4, "", "SUPPLY_DATE_PLACEHOLDER", ImportSeverity.Warning, "1901", "补填");
            var measured = Land.Parcel("P1", Land.SquareWithHole(117.123456789012, 31.8)) with { MeasuredArea = new Area(9.87m), SourceCrs = "EPSG:4528" };
            _ = await store.SaveAsync(
                Land.Batch(measured, Land.Parcel("P2", Land.TwoSquares(117, 31), generated: true), Land.Grant("3401112007B00001", parcelId: "P1"), Land.District(Land.Baohe), refused, warning)
                    with
                { Header = ["所在地", "面积(公顷)", ""] },
                CancellationToken.None);
            _ = await store.SaveRunAsync(
                Land.Run(), new[] { Land.Assessed(SubjectKind.Parcel, "P1", "value", "needsFacts"), Land.Assessed(SubjectKind.Grant, "3401112007B00001", "met") }.ToAsyncEnumerable(), CancellationToken.None);
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (var function in new[] { "ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY" }) connection.CreateFunction(function, (byte[]? _) => function == "ST_IsEmpty" ? 1L : 0L);
        using var command = connection.CreateCommand();
        command.CommandText = Entry + ";" + Rows;
        command.CommandText = "PRAGMA foreign_keys = OFF; " + command.CommandText;
        _ = command.ExecuteNonQuery();
    }
}
