-- Shapes that were replaced: each with who replaced it, when and why. Rows are only ever added.
CREATE TABLE parcel_shape_original (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  parcel_id TEXT NOT NULL,
  changed_at DATETIME NOT NULL,
  changed_by TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX parcel_shape_original_parcel ON parcel_shape_original (parcel_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('parcel_shape_original', 'features', '原图形', '被修复替换的宗地图形，附改动人、时间和理由', 4490);
INSERT INTO gpkg_geometry_columns VALUES ('parcel_shape_original', 'geom', 'MULTIPOLYGON', 4490, 0, 0);
