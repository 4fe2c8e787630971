using Huodi.Domain.Facts;
using Huodi.Store.GeoPackage.Assessments;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Laboratory;

/// <summary>
/// Gives the subjects of a comparison columns of their own for each question that changed, so that a map can be coloured by one:
/// <c>甲 …</c> and <c>乙 …</c> hold what each side answers, <c>差额 …</c> the difference in 元.
/// </summary>
internal static class DifferenceColumns
{
    /// <summary>Adds and fills the columns, in the order of the questions given; a question that changed nothing gets none.</summary>
    public static void Add(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<string> questions)
    {
        foreach (var (kind, table, key) in new[] { (SubjectKind.Parcel, "changed_parcel", "id"), (SubjectKind.Grant, "changed_grant", "number") })
        {
            using var find = new Statement(connection, "SELECT 1 + max(difference IS NOT NULL) FROM change WHERE kind = $1 AND question = $2", transaction);
            var changed = questions.Select(q => (Question: q, Columns: find.Number(RunWriter.Text(kind), q))).Where(q => q.Columns > 0).ToList();
            foreach (var (question, columns) in changed)
            {
                Fill("甲", "from_words", "TEXT", question);
                Fill("乙", "to_words", "TEXT", question);
                if (columns > 1) Fill("差额", "difference", "DOUBLE", question);
            }

            void Fill(string mark, string source, string type, string question)
            {
                var column = $"\"{mark} {question.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
                using var add = new Statement(connection, $"ALTER TABLE {table} ADD COLUMN {column} {type}", transaction);
                _ = add.Run();
                using var fill = new Statement(
                    connection,
                    $"""
                    UPDATE {table} SET {column} = c.{source} FROM change c
                    WHERE c.kind = $1 AND c.question = $2 AND c.subject_id = {table}.{key}
                    """,
                    transaction);
                _ = fill.Run(RunWriter.Text(kind), question);
            }
        }
    }
}
