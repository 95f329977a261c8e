/**
 * Step n takes the schema from version n to n + 1. Add at the end; never edit what has shipped.
 *
 * Where a text may hold anything (articles, queries) it is kept as JSON, which escapes what a driver may not bear:
 * the character U+0000 and halves of surrogate pairs.
 */
export const migrations: readonly string[] = [
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
  `
  -- All that is sent unasked, in one table: digests (until now a table of their own), alerts, notices to the operators.
  CREATE TABLE outbox_messages (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    kind                TEXT NOT NULL,    -- names the composer
    unique_key          TEXT,             -- one message of a kind, place and key; NULL: any number. Of digests the day
    chat_id             INTEGER NOT NULL,
    thread_id           INTEGER NOT NULL,
    payload             TEXT NOT NULL,    -- JSON
    priority            INTEGER NOT NULL, -- higher ones first
    status              TEXT NOT NULL CHECK (status IN ('due', 'sending', 'sent', 'failed')),
    attempts            INTEGER NOT NULL DEFAULT 0,
    possible_duplicates INTEGER NOT NULL DEFAULT 0,
    due_ms              INTEGER NOT NULL, -- when it should be sent; never changes
    run_at_ms           INTEGER NOT NULL, -- when it is tried next
    created_ms          INTEGER NOT NULL,
    claimed_ms          INTEGER,          -- when its sending began for the last time
    finished_ms         INTEGER,          -- when it was sent or failed
    message_id          INTEGER,
    reason              TEXT,
    UNIQUE (kind, chat_id, thread_id, unique_key)
  );

  INSERT INTO outbox_messages (kind, unique_key, chat_id, thread_id, payload, priority, status, attempts,
    possible_duplicates, due_ms, run_at_ms, created_ms, finished_ms, message_id, reason)
  SELECT 'digest', day, chat_id, thread_id, '{}', 0, state, attempts, possible_duplicate, due_ms,
    max(due_ms, not_before_ms), due_ms, CASE WHEN state IN ('sent', 'failed') THEN due_ms END, message_id, reason
  FROM digests ORDER BY due_ms, chat_id, thread_id;

  INSERT INTO outbox_messages (kind, unique_key, chat_id, thread_id, payload, priority, status, attempts,
    possible_duplicates, due_ms, run_at_ms, created_ms, finished_ms, message_id, reason)
  SELECT CASE WHEN readable ->> '$.kind' IN ('longWait', 'missingFiles') THEN 'operatorNotice' ELSE 'alert' END, once, chat_id,
    CAST(coalesce(readable ->> '$.threadId', 0) AS INTEGER), payload,
    CASE WHEN readable ->> '$.kind' IN ('longWait', 'missingFiles') THEN 20 ELSE 10 END,
    CASE state WHEN 'waiting' THEN 'due' ELSE state END, attempts, possible_duplicate, not_before_ms, not_before_ms,
    not_before_ms, settled_ms, message_id, reason
  FROM (SELECT *, CASE WHEN json_valid(payload) THEN payload ELSE '{}' END AS readable FROM outbox) ORDER BY id;

  DROP TABLE digests;
  DROP TABLE outbox;

  CREATE INDEX outbox_messages_by_turn ON outbox_messages (status, (run_at_ms - priority * 60000), id);
  CREATE INDEX outbox_messages_to_come ON outbox_messages (run_at_ms) WHERE status = 'due';
  CREATE INDEX outbox_messages_of_chat ON outbox_messages (chat_id, status, run_at_ms);
  CREATE INDEX outbox_messages_by_end ON outbox_messages (kind, finished_ms);
  `,
  `
  -- The corpus folder that the articles came from, as it was named and where links lead; NULL until the first one.
  ALTER TABLE archive ADD COLUMN corpus_path TEXT;
  ALTER TABLE archive ADD COLUMN corpus_real_path TEXT;
  `,
  `
  -- When a pause was told: where the clock was set back since, it is no longer than it was.
  ALTER TABLE pauses ADD COLUMN set_ms INTEGER NOT NULL DEFAULT 0;
  UPDATE pauses SET set_ms = CAST(strftime('%s', 'now') AS INTEGER) * 1000;
  `,
  `
  -- From when on a message waits until run_at_ms; NULL: since it was added.
  ALTER TABLE outbox_messages ADD COLUMN rescheduled_ms INTEGER;
  `,
  `
  -- Since when a chat is paused: one that is gone for long is forgotten. For those that are paused already: since now.
  ALTER TABLE chats ADD COLUMN paused_ms REAL;
  UPDATE chats SET paused_ms = CAST(strftime('%s', 'now') AS INTEGER) * 1000 WHERE state = 'paused';
  CREATE INDEX lists_by_owner ON lists (owner_id);
  `,
  `
  -- After how many minutes the bot deletes its own answers in a group; NULL: never. And which answers those are.
  ALTER TABLE chats ADD COLUMN tidy_minutes INTEGER;
  CREATE TABLE deletions (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    due_ms     REAL NOT NULL,
    PRIMARY KEY (chat_id, message_id)
  ) WITHOUT ROWID;
  CREATE INDEX deletions_by_time ON deletions (due_ms);
  `,
  `
  -- The channels that the bot posts into, and who set each of them up.
  CREATE TABLE channels (
    chat_id  INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL,
    title    TEXT NOT NULL, -- JSON
    username TEXT           -- without @; NULL: a private channel
  );
  CREATE INDEX channels_by_owner ON channels (owner_id);
  `,
  `
  -- The chance that the page reader has cut an article rightly; 1 if its source had cut it, NULL if it is not known.
  ALTER TABLE articles ADD COLUMN certainty REAL;
  UPDATE articles SET certainty = round((as_cut ->> '$.confidence.borders') * (as_cut ->> '$.confidence.headline'), 2)
    WHERE json_valid(as_cut);
  CREATE INDEX articles_by_certainty ON articles (certainty) WHERE certainty < 0.3;

  -- Which articles readers find wrong. An article that comes back keeps what was said of it.
  CREATE TABLE article_reports (
    article_id  TEXT NOT NULL,
    owner_id    INTEGER NOT NULL,
    reported_ms REAL NOT NULL,
    PRIMARY KEY (article_id, owner_id)
  ) WITHOUT ROWID;
  CREATE INDEX article_reports_by_owner ON article_reports (owner_id);
  `,
]
