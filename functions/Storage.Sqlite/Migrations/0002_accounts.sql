-- Streams of debtor accounts and what follows from them.

CREATE TABLE account (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    -- how many events it has; 0 for an account that only an index or an alarm knows yet
    version INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE event (
    -- the order in which events of all accounts were written
    id      INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    at      TEXT NOT NULL,
    said    TEXT NOT NULL,
    UNIQUE (account, version)
) STRICT;

-- A cache: the fold up to a version, trusted only by the build of the domain that made it.
CREATE TABLE snapshot (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    version INTEGER NOT NULL,
    build   TEXT NOT NULL,
    state   TEXT NOT NULL
) STRICT;

-- The sum of all postings by account of the chart. The rows of each currency come to zero.
CREATE TABLE chart_balance (
    account  TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount   INTEGER NOT NULL,
    PRIMARY KEY (account, currency)
) STRICT, WITHOUT ROWID;

-- The chart that the balances were posted to.
CREATE TABLE posted_chart (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    chart TEXT NOT NULL
) STRICT;

CREATE TABLE open_item_version (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE open_item_key (
    key     TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (key, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_item_key_by_account ON open_item_key (account);

CREATE TABLE summary (
    account TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    record  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Accounts for which an entry that is not yet explained may be.
CREATE TABLE money_in_flight (
    account INTEGER NOT NULL REFERENCES account (id),
    entry   INTEGER NOT NULL REFERENCES entry (seq),
    PRIMARY KEY (account, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX money_in_flight_by_entry ON money_in_flight (entry);
