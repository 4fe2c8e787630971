-- Shapes that were replaced: each with who replaced it, when and why. Rows are only ever added.
CREATE TABLE parcel_shape_original (
  fid bigint PRIMARY KEY,
  geom geometry(MultiPolygon, 4490) NOT NULL,
  parcel_id text COLLATE "C" NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  reason text NOT NULL
);
CREATE INDEX parcel_shape_original_parcel ON parcel_shape_original (parcel_id);

COMMENT ON TABLE parcel_shape_original IS '原图形：被修复替换的宗地图形，附改动人、时间和理由';
