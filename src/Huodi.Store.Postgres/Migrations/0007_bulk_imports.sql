-- Streamed imports: the measured area beside the registered one, the coordinate system of the source, and counts of what an import
-- found, so that nobody has to read a million diagnostics to say how many there are.
ALTER TABLE parcel ADD COLUMN measured_hundredths bigint;
ALTER TABLE parcel ADD COLUMN source_crs text;

ALTER TABLE import_batch ADD COLUMN refused integer NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN warnings integer NOT NULL DEFAULT 0;

CREATE TABLE import_finding (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id bigint NOT NULL REFERENCES import_batch (id),
  code text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('warning', 'error')),
  count integer NOT NULL
);
CREATE UNIQUE INDEX import_finding_code ON import_finding (batch_id, code, severity);

UPDATE import_batch b SET
  refused = (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id),
  warnings = (SELECT count(*) FROM import_diagnostic d WHERE d.batch_id = b.id AND d.import_row_id IS NULL);
INSERT INTO import_finding (batch_id, code, severity, count)
  SELECT batch_id, code, severity, count(*) FROM import_diagnostic GROUP BY batch_id, code, severity;

DROP INDEX import_row_batch;
CREATE INDEX import_row_batch ON import_row (batch_id, row, id);
DROP INDEX import_diagnostic_batch;
CREATE INDEX import_diagnostic_warning ON import_diagnostic (batch_id, id) WHERE import_row_id IS NULL;
CREATE INDEX import_diagnostic_row ON import_diagnostic (import_row_id, id) WHERE import_row_id IS NOT NULL;

COMMENT ON TABLE import_finding IS '导入问题计数：每次导入各类问题的数目';
