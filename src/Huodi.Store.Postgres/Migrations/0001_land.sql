-- Imports, districts, parcels and grants, in the schema that stands first in the search path. Needs PostGIS.
-- Facts are JSON text as recorded: an array of name, value, batch, file, row, column. Identities sort by code point.
CREATE TABLE huodi_migration (
  version integer PRIMARY KEY,
  name text NOT NULL,
  applied_at timestamptz NOT NULL
);

CREATE TABLE import_batch (
  id bigint PRIMARY KEY,
  file text NOT NULL,
  file_hash text NOT NULL,
  layer text NOT NULL,
  imported_at timestamptz NOT NULL,
  header text[] NOT NULL,
  added integer NOT NULL,
  unchanged integer NOT NULL
);

CREATE TABLE import_row (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id bigint NOT NULL REFERENCES import_batch (id),
  row integer NOT NULL,
  cells text[] NOT NULL
);
CREATE INDEX import_row_batch ON import_row (batch_id);

-- A diagnostic of a refused row, or (import_row_id is null) of a row that was kept or of the whole file.
CREATE TABLE import_diagnostic (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id bigint NOT NULL REFERENCES import_batch (id),
  import_row_id bigint REFERENCES import_row (id),
  row integer NOT NULL,
  column_name text NOT NULL,
  code text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('warning', 'error')),
  message text NOT NULL,
  suggestion text NOT NULL
);
CREATE INDEX import_diagnostic_batch ON import_diagnostic (batch_id);

CREATE TABLE district (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  geom geometry(MultiPolygon, 4490) NOT NULL,
  code text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  batch_id bigint NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX district_geom ON district USING gist (geom);
CREATE INDEX district_batch ON district (batch_id);

-- area_hundredths: the registered area in whole 0.01 square metres, for lists and maps; the facts hold the exact figure.
CREATE TABLE parcel (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  geom geometry(MultiPolygon, 4490) NOT NULL,
  id text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  division text COLLATE "C" NOT NULL,
  area_hundredths bigint,
  generated boolean NOT NULL,
  facts json NOT NULL,
  batch_id bigint NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX parcel_geom ON parcel USING gist (geom);
CREATE INDEX parcel_division ON parcel (division, id);
CREATE INDEX parcel_batch ON parcel (batch_id);

-- parcel_id is not a foreign key: grants may be imported before the parcels they name.
CREATE TABLE grant_result (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  division text COLLATE "C" NOT NULL,
  division_name text NOT NULL,
  parcel_id text COLLATE "C",
  area_hundredths bigint,
  facts json NOT NULL,
  batch_id bigint NOT NULL REFERENCES import_batch (id)
);
CREATE INDEX grant_result_division ON grant_result (division, number);
CREATE INDEX grant_result_parcel ON grant_result (parcel_id);
CREATE INDEX grant_result_batch ON grant_result (batch_id);

COMMENT ON TABLE district IS '行政区：县级行政区界线';
COMMENT ON TABLE parcel IS '宗地：图形与事实；generated 为真的是演示数据';
COMMENT ON TABLE grant_result IS '供地结果：出让、划拨、租赁结果';
COMMENT ON TABLE import_batch IS '导入批次：每次导入的文件';
COMMENT ON TABLE import_row IS '未收录的行：导入时拒绝的行，原样保存';
COMMENT ON TABLE import_diagnostic IS '导入诊断：导入时发现的问题';
COMMENT ON TABLE huodi_migration IS '库结构版本：已执行的结构脚本';
