-- The life-cycle ledger: entries are only added. hash: SHA-256 over the entry and the hash before it (docs/adr/0059-one-chain-a-store.md).
-- payload is text, not json: the hash is over its bytes.
CREATE TABLE ledger_entry (
  number bigint PRIMARY KEY,
  subject_kind text COLLATE "C" NOT NULL CHECK (subject_kind IN ('parcel', 'grant', 'project')),
  subject_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  happened date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  document text NOT NULL,
  document_hash text,
  payload text NOT NULL,
  supersedes bigint REFERENCES ledger_entry (number) CHECK (supersedes < number),
  reason text,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject_kind, subject_id, number);

-- One row: how many entries there are, and the last one's hash and moment.
CREATE TABLE ledger_head (
  id integer PRIMARY KEY CHECK (id = 1),
  entries bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  recorded_at timestamptz NOT NULL
);
INSERT INTO ledger_head VALUES (1, 0, decode(repeat('00', 32), 'hex'), '1970-01-01T00:00:00Z');

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '台账只增不改不删：更正或者撤回请另行登记（huodi ledger correct）';
END $$;
CREATE FUNCTION ledger_head_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id != OLD.id OR NEW.entries <= OLD.entries THEN RAISE EXCEPTION '台账的账尾只能增长'; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER ledger_entry_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_head_update BEFORE UPDATE ON ledger_head FOR EACH ROW EXECUTE FUNCTION ledger_head_grow();
CREATE TRIGGER ledger_head_refuse BEFORE DELETE OR TRUNCATE ON ledger_head EXECUTE FUNCTION ledger_refuse();

COMMENT ON TABLE ledger_entry IS '全生命周期台账：逐条登记，只增不改';
COMMENT ON TABLE ledger_head IS '台账账尾：登记条数和最后一条的散列值';
