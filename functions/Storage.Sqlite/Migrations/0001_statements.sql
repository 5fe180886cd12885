-- Statement files, what is staged of them, accepted statements and entries.
-- Amounts are whole minor units beside their currency; days are yyyy-MM-dd, instants ISO 8601 in UTC, so that both sort.

CREATE TABLE file (
    id         INTEGER PRIMARY KEY,
    sha256     TEXT NOT NULL,
    name       TEXT NOT NULL,
    status     TEXT NOT NULL,
    arrived_at TEXT NOT NULL,
    record     TEXT NOT NULL,
    UNIQUE (sha256, name)
) STRICT;
CREATE INDEX file_by_arrival ON file (arrived_at, id);

CREATE TABLE bank_account (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    currency    TEXT NOT NULL,
    entry_total INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE statement (
    id           INTEGER PRIMARY KEY,
    file         INTEGER NOT NULL REFERENCES file (id),
    bank_account INTEGER NOT NULL REFERENCES bank_account (id),
    -- where it stands in time; empty where the bank states no day at all
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    has_closing  INTEGER NOT NULL,
    record       TEXT NOT NULL
) STRICT;
CREATE INDEX statement_by_account ON statement (bank_account, last_day);

-- What the bank says of an entry: written once, when it is staged.
CREATE TABLE entry_content (
    id   INTEGER PRIMARY KEY,
    said TEXT NOT NULL
) STRICT;

CREATE TABLE staging (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE staged_entry (
    staging      INTEGER NOT NULL REFERENCES staging (id),
    content      INTEGER NOT NULL,
    id           TEXT NOT NULL,
    fingerprint  TEXT NOT NULL,
    occurrence   INTEGER NOT NULL,
    bank_account TEXT NOT NULL,
    day          TEXT NOT NULL,
    amount       INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    PRIMARY KEY (staging, content)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    seq          INTEGER PRIMARY KEY,
    -- the row of entry_content; not declared as a reference, because a million look-ups at an acceptance are felt
    content      INTEGER NOT NULL,
    id           TEXT NOT NULL UNIQUE,
    fingerprint  TEXT NOT NULL,
    occurrence   INTEGER NOT NULL,
    file         INTEGER NOT NULL REFERENCES file (id),
    bank_account INTEGER NOT NULL REFERENCES bank_account (id),
    day          TEXT NOT NULL,
    amount       INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    state        TEXT NOT NULL DEFAULT 'new',
    is_charge    INTEGER NOT NULL DEFAULT 0,
    version      INTEGER NOT NULL DEFAULT 1,
    -- null until the matcher has seen it
    matching     TEXT
) STRICT;
-- The first entry of a fingerprint is found by its identifier; this holds the others, which are few.
CREATE INDEX entry_twin ON entry (fingerprint) WHERE occurrence <> 1;
CREATE INDEX entry_by_state ON entry (state, day, id);
CREATE INDEX entry_by_file ON entry (file, day, id);
CREATE INDEX entry_explained_credit ON entry (currency, amount, day) WHERE state = 'explained' AND amount > 0;

-- Files in which an entry was seen again.
CREATE TABLE entry_seen (
    entry INTEGER NOT NULL REFERENCES entry (seq),
    file  INTEGER NOT NULL REFERENCES file (id),
    PRIMARY KEY (entry, file)
) STRICT, WITHOUT ROWID;
