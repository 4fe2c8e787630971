-- Cases and letters are looked for by what they are; each kind has an index of its own, so that other entries cost nothing.
CREATE INDEX ledger_entry_case_open ON ledger_entry (kind, number) WHERE kind = 'case-open';
CREATE INDEX ledger_entry_letter ON ledger_entry (kind, number) WHERE kind = 'letter';
