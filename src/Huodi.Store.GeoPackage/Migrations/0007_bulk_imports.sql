-- Streamed imports: the measured area beside the registered one, the coordinate system of the source, and counts of what an import
-- found, so that nobody has to read a million diagnostics to say how many there are.
ALTER TABLE parcel ADD COLUMN measured_hundredths INTEGER;
ALTER TABLE parcel ADD COLUMN source_crs TEXT;

ALTER TABLE import_batch ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN warnings INTEGER NOT NULL DEFAULT 0;

CREATE TABLE import_finding (
  id INTEGER PRIMARY KEY NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('warning', 'error')),
  count INTEGER NOT NULL
);
CREATE UNIQUE INDEX import_finding_code ON import_finding (batch_id, code, severity);

UPDATE import_batch SET
  refused = (SELECT count(*) FROM import_row r WHERE r.batch_id = import_batch.id),
  warnings = (SELECT count(*) FROM import_diagnostic d WHERE d.batch_id = import_batch.id AND d.import_row_id IS NULL);
INSERT INTO import_finding (batch_id, code, severity, count)
  SELECT batch_id, code, severity, count(*) FROM import_diagnostic GROUP BY batch_id, code, severity;

DROP INDEX import_row_batch;
CREATE INDEX import_row_batch ON import_row (batch_id, row);
DROP INDEX import_diagnostic_batch;
CREATE INDEX import_diagnostic_warning ON import_diagnostic (batch_id) WHERE import_row_id IS NULL;
CREATE INDEX import_diagnostic_row ON import_diagnostic (import_row_id) WHERE import_row_id IS NOT NULL;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('import_finding', 'attributes', '导入问题计数', '每次导入各类问题的数目', NULL);
