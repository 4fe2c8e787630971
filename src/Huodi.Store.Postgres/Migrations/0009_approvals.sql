-- Approved batches (批次): land whose conversion or expropriation one document approved.
CREATE TABLE approval_batch (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  geom geometry(MultiPolygon, 4490) NOT NULL,
  number text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  division text COLLATE "C" NOT NULL,
  approved_on date,
  approved_hundredths bigint,
  facts json NOT NULL,
  batch_id bigint NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX approval_batch_geom ON approval_batch USING gist (geom);
CREATE INDEX approval_batch_division ON approval_batch (division, number);
CREATE INDEX approval_batch_batch ON approval_batch (batch_id);

COMMENT ON TABLE approval_batch IS '用地批次：农用地转用、征收的批准批次';
