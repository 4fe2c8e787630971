-- Files of source documents: each is kept once under its SHA-256 and never changed (docs/adr/0066-files-of-documents-are-kept.md).
CREATE TABLE source_document (
  number bigint PRIMARY KEY,
  hash text COLLATE "C" NOT NULL UNIQUE CHECK (length(hash) = 64),
  name text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  kept_at timestamptz NOT NULL,
  kept_by text NOT NULL,
  seal text COLLATE "C" NOT NULL CHECK (length(seal) = 64)
);
CREATE TABLE source_document_piece (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_number bigint NOT NULL REFERENCES source_document (number),
  place integer NOT NULL,
  content bytea NOT NULL,
  UNIQUE (document_number, place)
);
-- Files are mostly compressed already.
ALTER TABLE source_document_piece ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE FUNCTION source_document_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '存入的文件不能改动或者删除';
END $$;
CREATE TRIGGER source_document_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON source_document EXECUTE FUNCTION source_document_refuse();
CREATE TRIGGER source_document_piece_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON source_document_piece EXECUTE FUNCTION source_document_refuse();

COMMENT ON TABLE source_document IS '依据文件：按 SHA-256 存入，只增不改';
COMMENT ON TABLE source_document_piece IS '依据文件内容：每段最多 1 MiB';
