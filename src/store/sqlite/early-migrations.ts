/** The steps from version 0 to 7: see `migrations.ts`. Nothing is added here. */
export const earlyMigrations: readonly string[] = [
  `
  -- What of the corpus folder has been taken in.
  CREATE TABLE files (
    file        TEXT PRIMARY KEY,
    size        INTEGER NOT NULL, -- bytes; -1 while the file is being taken in for the first time
    modified_ms REAL NOT NULL,
    taken_ms    REAL NOT NULL,
    hash        TEXT NOT NULL,
    reader      TEXT NOT NULL, -- which version of the page reader cut it
    pages       INTEGER NOT NULL,
    problems    TEXT NOT NULL  -- JSON array of sentences
  ) WITHOUT ROWID;

  -- One row an article as a file holds it. Several files may hold the same article.
  CREATE TABLE articles (
    key            INTEGER PRIMARY KEY,
    file           TEXT NOT NULL,
    place          INTEGER NOT NULL, -- in its file, from 0
    id             TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('shown', 'copy', 'joined')),
    issue_date     TEXT NOT NULL,    -- here and below: empty where it is not known
    paper          TEXT NOT NULL,
    page           TEXT NOT NULL,
    page_order     TEXT NOT NULL,    -- the page with its numbers padded, so that 2 comes before 10
    section        TEXT NOT NULL,
    continued_from TEXT,
    hash           TEXT NOT NULL,    -- of what is shown
    as_cut         TEXT NOT NULL,    -- JSON of the article as it stands on its own page
    as_joined      TEXT,             -- JSON with its continuations, where it has any
    UNIQUE (file, place)
  );
  CREATE INDEX articles_by_id ON articles (id, state);
  CREATE INDEX articles_to_leaf ON articles (issue_date DESC, paper, page_order, file, place, section)
    WHERE state = 'shown';
  CREATE INDEX articles_to_join ON articles (issue_date, paper)
    WHERE continued_from IS NOT NULL OR as_joined IS NOT NULL;
  CREATE INDEX articles_by_issue ON articles (issue_date, paper, page_order);

  -- Every article that was ever shown, so that others can follow what changes.
  CREATE TABLE changes (
    id       TEXT PRIMARY KEY,
    arrival  INTEGER NOT NULL, -- the revision at which it was shown first
    revision INTEGER NOT NULL  -- the latest at which it was added, changed or removed
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX changes_by_revision ON changes (revision);
  CREATE UNIQUE INDEX changes_by_arrival ON changes (arrival);
  `,
  `
  -- Below, thread_id is 0 outside of forum topics, and every time is in milliseconds since 1970.
  CREATE TABLE chats (
    chat_id      INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL,
    title        TEXT,    -- JSON
    language     TEXT,
    thread_id    INTEGER NOT NULL DEFAULT 0, -- where the bot writes unless told
    state        TEXT NOT NULL CHECK (state IN ('active', 'paused')),
    pause_reason TEXT
  );

  CREATE TABLE lists (
    id       TEXT PRIMARY KEY,
    chat_id  INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    list     TEXT NOT NULL, -- JSON of its specification
    saved_ms INTEGER NOT NULL
  );
  CREATE INDEX lists_by_chat ON lists (chat_id, saved_ms);
  CREATE INDEX lists_by_age ON lists (saved_ms);

  CREATE TABLE bookmarks (
    owner_id   INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    key        INTEGER NOT NULL, -- grows: the order in which they were made
    PRIMARY KEY (owner_id, article_id)
  ) WITHOUT ROWID;

  CREATE TABLE alerts (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    chat_id   INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    owner_id  INTEGER NOT NULL,
    query     TEXT NOT NULL, -- JSON
    without   TEXT NOT NULL, -- JSON array of queries
    muted     INTEGER NOT NULL,
    arrival   INTEGER NOT NULL -- the latest that was looked at
  );
  CREATE INDEX alerts_by_chat ON alerts (chat_id);
  CREATE TABLE alerted (
    alert_id   TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    PRIMARY KEY (alert_id, article_id)
  ) WITHOUT ROWID;

  CREATE TABLE subscriptions (
    chat_id      INTEGER NOT NULL,
    thread_id    INTEGER NOT NULL,
    subscription TEXT NOT NULL, -- JSON of the rest
    PRIMARY KEY (chat_id, thread_id)
  ) WITHOUT ROWID;

  CREATE TABLE updates (
    update_id INTEGER PRIMARY KEY,
    seen_ms   INTEGER NOT NULL
  );
  CREATE INDEX updates_by_age ON updates (seen_ms);

  CREATE TABLE digests (
    chat_id            INTEGER NOT NULL,
    thread_id          INTEGER NOT NULL,
    day                TEXT NOT NULL, -- YYYY-MM-DD where the chat lives
    due_ms             INTEGER NOT NULL,
    state              TEXT NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'failed')),
    attempts           INTEGER NOT NULL DEFAULT 0,
    possible_duplicate INTEGER NOT NULL DEFAULT 0,
    message_id         INTEGER,
    reason             TEXT,
    PRIMARY KEY (chat_id, thread_id, day)
  ) WITHOUT ROWID;
  CREATE INDEX digests_by_time ON digests (state, due_ms);
  CREATE TABLE shown_articles (
    chat_id    INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (chat_id, article_id)
  ) WITHOUT ROWID;

  CREATE TABLE outbox (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id            INTEGER NOT NULL,
    payload            TEXT NOT NULL, -- JSON
    once               TEXT UNIQUE,   -- a message of this name is taken once
    priority           INTEGER NOT NULL,
    not_before_ms      INTEGER NOT NULL,
    state              TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
    attempts           INTEGER NOT NULL DEFAULT 0,
    possible_duplicate INTEGER NOT NULL DEFAULT 0,
    message_id         INTEGER,
    reason             TEXT,
    settled_ms         INTEGER
  );
  CREATE INDEX outbox_by_time ON outbox (state, priority DESC, not_before_ms);

  CREATE TABLE pauses (
    chat_id  INTEGER PRIMARY KEY, -- 0: for all chats
    until_ms INTEGER NOT NULL
  );
  `,
  `
  -- When a digest that could not be sent is tried again; due_ms stays what was planned. possible_duplicate is a count.
  ALTER TABLE digests ADD COLUMN not_before_ms INTEGER NOT NULL DEFAULT 0;

  -- What was shown is known of each topic: they are read by different people.
  CREATE TABLE shown_in_topics (
    chat_id    INTEGER NOT NULL,
    thread_id  INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (chat_id, thread_id, article_id)
  ) WITHOUT ROWID;
  INSERT INTO shown_in_topics SELECT chat_id, 0, article_id FROM shown_articles;
  DROP TABLE shown_articles;
  ALTER TABLE shown_in_topics RENAME TO shown_articles;

  -- The ids of every day, without a look at the articles.
  CREATE INDEX articles_by_day ON articles (issue_date DESC, id) WHERE state = 'shown';
  `,
  `
  -- When it was removed; it is kept for a while, so that it can be had back.
  ALTER TABLE alerts ADD COLUMN removed_ms INTEGER;
  -- Exclusions stand in the query.
  ALTER TABLE alerts DROP COLUMN without;
  `,
  `
  -- A subscription that was ended is kept, so that it can be taken up again as it was.
  ALTER TABLE subscriptions ADD COLUMN ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1));
  `,
  `
  -- Which archive this is, for all that is kept outside and made from it.
  CREATE TABLE archive (identity TEXT NOT NULL);
  INSERT INTO archive VALUES (lower(hex(randomblob(8))));
  `,
  `
  -- Since when a file is missed in the corpus folder; NULL while it is there.
  ALTER TABLE files ADD COLUMN missing_since_ms REAL;
  `,
]
