-- Control layers, version by version, and what overlays of parcels with them measured.
CREATE TABLE control_layer (
  number bigint PRIMARY KEY,
  name text NOT NULL,
  version integer NOT NULL,
  file text NOT NULL,
  file_hash text NOT NULL,
  imported_at timestamptz NOT NULL,
  shapes integer NOT NULL,
  note text NOT NULL
);
CREATE UNIQUE INDEX control_layer_version ON control_layer (name, version);

CREATE TABLE control_shape (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  geom geometry(MultiPolygon, 4490) NOT NULL,
  layer_number bigint NOT NULL REFERENCES control_layer (number),
  layer_name text NOT NULL
);
CREATE INDEX control_shape_geom ON control_shape USING gist (geom);
CREATE INDEX control_shape_layer ON control_shape (layer_number);

CREATE TABLE overlay_run (
  number bigint PRIMARY KEY,
  run_at timestamptz NOT NULL,
  region text NOT NULL,
  layers bigint[] NOT NULL,
  parcels integer NOT NULL
);

-- A parcel that was measured and has no row does not overlap the layer. share: 0 to 1, 1 only for a parcel wholly inside.
CREATE TABLE overlay_result (
  run_number bigint NOT NULL REFERENCES overlay_run (number),
  parcel_id text COLLATE "C" NOT NULL,
  layer_number bigint NOT NULL REFERENCES control_layer (number),
  area_hundredths bigint NOT NULL,
  share double precision NOT NULL,
  PRIMARY KEY (run_number, parcel_id, layer_number)
);

COMMENT ON TABLE control_layer IS '控制线图层：每次导入为一版';
COMMENT ON TABLE control_shape IS '控制线：各图层的图形，按版本';
COMMENT ON TABLE overlay_run IS '叠加分析：时间和图层版本';
COMMENT ON TABLE overlay_result IS '叠加结果：宗地与控制线的重叠面积（0.01 平方米）和占比';
