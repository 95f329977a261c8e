import { earlyMigrations } from './early-migrations.ts'

/**
 * Step n takes the schema from version n to n + 1. Add at the end; never edit what has shipped.
 *
 * Where a text may hold anything (articles, queries) it is kept as JSON, which escapes what a driver may not bear:
 * the character U+0000 and halves of surrogate pairs.
 */
export const migrations: readonly string[] = [
  ...earlyMigrations,
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
  `
  -- Which pictures Telegram has, by what is on them: it sends those by their file_id.
  CREATE TABLE picture_files (
    content TEXT PRIMARY KEY,
    file_id TEXT NOT NULL,
    sent_ms REAL NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX picture_files_by_time ON picture_files (sent_ms);
  `,
  `
  -- Where alerts come once a day: when the next news are due; NULL: at once.
  ALTER TABLE chats ADD COLUMN alerts_due_ms REAL;
  CREATE INDEX chats_by_alerts ON chats (chat_id) WHERE alerts_due_ms IS NOT NULL;
  `,
  `
  -- When a subscription is looked at again whether a digest is due; below 0: it was changed since it was looked at.
  ALTER TABLE subscriptions ADD COLUMN plan_at_ms REAL NOT NULL DEFAULT -1;
  CREATE INDEX subscriptions_to_plan ON subscriptions (plan_at_ms, chat_id, thread_id) WHERE ended = 0;
  `,
  `
  -- Most of a ledger in work has not ended: it need not stand in the index of what has.
  DROP INDEX outbox_messages_by_end;
  CREATE INDEX outbox_messages_by_end ON outbox_messages (kind, finished_ms) WHERE finished_ms IS NOT NULL;
  `,
  `
  -- 1: it has no day, and its text stands on a day; its state is "joined" then, whatever else would be.
  ALTER TABLE articles ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT 0;

  -- What has to be compared with articles without a day, or is one. Its day is that of the article, here and below.
  CREATE TABLE uncompared_articles (
    day         TEXT NOT NULL,
    article_key INTEGER NOT NULL,
    PRIMARY KEY (day, article_key)
  ) WITHOUT ROWID;
  INSERT INTO uncompared_articles SELECT issue_date, key FROM articles;

  -- A few numbers of the text of each article that was compared: they tell on which days a text may stand.
  CREATE TABLE article_samples (
    sample      INTEGER NOT NULL,
    day         TEXT NOT NULL,
    article_key INTEGER NOT NULL,
    PRIMARY KEY (sample, day, article_key)
  ) WITHOUT ROWID;
  CREATE INDEX article_samples_of ON article_samples (article_key);
  `,
  `
  -- Each new alert looks for those to be deleted for good, and most were never removed.
  CREATE INDEX alerts_by_removal ON alerts (removed_ms) WHERE removed_ms IS NOT NULL;
  `,
]
