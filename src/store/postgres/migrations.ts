import { earlyMigrations } from './early-migrations.ts'

/**
 * Step n takes the schema from version n to n + 1. Add at the end; never edit what has shipped. The tables are those of
 * `sqlite/migrations.ts`, whose comments hold here, too.
 *
 * Texts are compared byte by byte (`COLLATE "C"`), as in SQLite, whatever the language of the database. Times are in
 * milliseconds since 1970 and may have a fraction. Texts of free length stand in no index, which holds no long ones.
 */
export const migrations: readonly string[] = [
  ...earlyMigrations,
  `
  -- Who leads, of all bots over this database; the number grows with each, and claims are made in its name.
  CREATE TABLE leadership (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    epoch    bigint NOT NULL,
    holder   text
  );
  INSERT INTO leadership (epoch) VALUES (0);
  `,
  `
  -- Since when a chat is paused: one that is gone for long is forgotten. For those that are paused already: since now.
  ALTER TABLE chats ADD COLUMN paused_ms double precision;
  UPDATE chats SET paused_ms = floor(extract(epoch FROM now())) * 1000 WHERE state = 'paused';
  CREATE INDEX lists_by_owner ON lists (owner_id);
  `,
  `
  -- After how many minutes the bot deletes its own answers in a group; NULL: never. And which answers those are.
  ALTER TABLE chats ADD COLUMN tidy_minutes integer;
  CREATE TABLE deletions (
    chat_id    bigint NOT NULL,
    message_id bigint NOT NULL,
    due_ms     double precision NOT NULL,
    PRIMARY KEY (chat_id, message_id)
  );
  CREATE INDEX deletions_by_time ON deletions (due_ms);
  `,
  `
  -- The channels that the bot posts into, and who set each of them up.
  CREATE TABLE channels (
    chat_id  bigint PRIMARY KEY,
    owner_id bigint NOT NULL,
    title    text NOT NULL,
    username text
  );
  CREATE INDEX channels_by_owner ON channels (owner_id);
  `,
  `
  -- Updates that a replica was given and that are not answered yet. "holder": the replica that has begun it; "called": its
  -- answer was on the way to Telegram. A line is a chat, or a reader of inline mode; its updates go in their order.
  CREATE TABLE waiting_updates (
    update_id bigint PRIMARY KEY,
    line      text COLLATE "C" NOT NULL,
    body      text NOT NULL,
    taken_ms  double precision NOT NULL,
    holder    integer,
    begun     integer NOT NULL DEFAULT 0,
    called    boolean NOT NULL DEFAULT false
  );
  CREATE INDEX waiting_updates_by_line ON waiting_updates (line, update_id);

  -- Which replica works on a line, and what was sent lately. Of no worth after a crash of the server, so not logged.
  CREATE UNLOGGED TABLE turns (
    line   text COLLATE "C" PRIMARY KEY,
    holder integer NOT NULL
  );
  CREATE UNLOGGED TABLE send_budgets (
    scope     text COLLATE "C" PRIMARY KEY,
    full_ms   double precision NOT NULL DEFAULT 0, -- when the bucket is full again, by the clock of the server
    times     double precision[] NOT NULL DEFAULT '{}', -- of the latest calls; of one under way, when it is over at the latest
    closed_ms double precision NOT NULL DEFAULT 0 -- Telegram wants to hear nothing before
  );

  -- Takes one call out of all budgets, or none. It counts until a second after it is over: until then it may arrive.
  -- "stamp" is what stands for it meanwhile. See postgres-limits.ts.
  CREATE FUNCTION take_call(chat text, is_group boolean, most integer, longest_ms double precision,
    OUT wait_ms double precision, OUT stamp double precision) LANGUAGE plpgsql AS $$
  DECLARE
    own     send_budgets;
    overall send_budgets;
    now_ms  double precision;
    latest  double precision[];
  BEGIN
    INSERT INTO send_budgets (scope) VALUES (chat) ON CONFLICT DO NOTHING;
    INSERT INTO send_budgets (scope) VALUES ('all') ON CONFLICT DO NOTHING;
    SELECT * INTO own FROM send_budgets WHERE scope = chat FOR UPDATE;
    SELECT * INTO overall FROM send_budgets WHERE scope = 'all' FOR UPDATE;
    now_ms := extract(epoch FROM clock_timestamp()) * 1000;
    latest := ARRAY(SELECT it FROM unnest(overall.times) AS it WHERE it > now_ms - 1000 ORDER BY it DESC);
    wait_ms := greatest(
      own.closed_ms - now_ms,
      overall.closed_ms - now_ms,
      own.full_ms - 4000 - now_ms,
      CASE WHEN is_group AND cardinality(own.times) >= 20
        THEN own.times[cardinality(own.times) - 19] + 60000 - now_ms ELSE 0 END,
      -- Of calls under way it is not known when they are over: look again soon.
      CASE WHEN cardinality(latest) >= most THEN greatest(20, least(latest[most] + 1000 - now_ms, 200)) ELSE 0 END,
      0
    );
    IF wait_ms > 0 THEN RETURN; END IF;
    stamp := now_ms + longest_ms;
    UPDATE send_budgets SET full_ms = greatest(full_ms, now_ms) + 1000,
      times = CASE WHEN is_group THEN (own.times || now_ms)[greatest(1, cardinality(own.times) - 18):] ELSE '{}' END
      WHERE scope = chat;
    UPDATE send_budgets SET times = latest || stamp WHERE scope = 'all';
  END $$;

  -- Takes a request out of the budget of a reader: 0, the milliseconds to wait, or -1 if the reader was told so already.
  CREATE FUNCTION take_request(reader text, burst integer, interval_ms double precision) RETURNS double precision
  LANGUAGE plpgsql AS $$
  DECLARE
    own     send_budgets;
    now_ms  double precision;
    wait_ms double precision;
  BEGIN
    INSERT INTO send_budgets (scope) VALUES (reader) ON CONFLICT DO NOTHING;
    SELECT * INTO own FROM send_budgets WHERE scope = reader FOR UPDATE;
    now_ms := extract(epoch FROM clock_timestamp()) * 1000;
    wait_ms := own.full_ms - (burst - 1) * interval_ms - now_ms;
    IF wait_ms > 0 AND own.closed_ms > 0 THEN RETURN -1; END IF;
    UPDATE send_budgets SET
      full_ms = CASE WHEN wait_ms > 0 THEN full_ms ELSE greatest(full_ms, now_ms) + interval_ms END,
      closed_ms = CASE WHEN wait_ms > 0 THEN 1 WHEN full_ms - now_ms <= burst * interval_ms / 2 THEN 0 ELSE closed_ms END
      WHERE scope = reader;
    RETURN greatest(wait_ms, 0);
  END $$;
  `,
  `
  -- The chance that the page reader has cut an article rightly; 1 if its source had cut it, NULL if it is not known.
  ALTER TABLE articles ADD COLUMN certainty double precision;
  CREATE INDEX articles_by_certainty ON articles (certainty) WHERE certainty < 0.3;

  -- Which articles readers find wrong. An article that comes back keeps what was said of it.
  CREATE TABLE article_reports (
    article_id  text COLLATE "C" NOT NULL,
    owner_id    bigint NOT NULL,
    reported_ms double precision NOT NULL,
    PRIMARY KEY (article_id, owner_id)
  );
  CREATE INDEX article_reports_by_owner ON article_reports (owner_id);
  `,
  `
  -- Which pictures Telegram has, by what is on them: it sends those by their file_id.
  CREATE TABLE picture_files (
    content text COLLATE "C" PRIMARY KEY,
    file_id text NOT NULL,
    sent_ms double precision NOT NULL
  );
  CREATE INDEX picture_files_by_time ON picture_files (sent_ms);
  `,
  `
  -- Where alerts come once a day: when the next news are due; NULL: at once.
  ALTER TABLE chats ADD COLUMN alerts_due_ms double precision;
  CREATE INDEX chats_by_alerts ON chats (chat_id) WHERE alerts_due_ms IS NOT NULL;
  `,
  `
  -- When a subscription is looked at again whether a digest is due; below 0: it was changed since it was looked at.
  ALTER TABLE subscriptions ADD COLUMN plan_at_ms double precision NOT NULL DEFAULT -1;
  CREATE INDEX subscriptions_to_plan ON subscriptions (plan_at_ms, chat_id, thread_id) WHERE ended = 0;
  `,
  `
  -- Most of a ledger in work has not ended: it need not stand in the index of what has.
  DROP INDEX outbox_messages_by_end;
  CREATE INDEX outbox_messages_by_end ON outbox_messages (kind, finished_ms) WHERE finished_ms IS NOT NULL;
  `,
  `
  -- A call that is on its way for long goes on counting as long as its bot says so, and each has a stamp of its own.
  CREATE OR REPLACE FUNCTION take_call(chat text, is_group boolean, most integer, longest_ms double precision,
    OUT wait_ms double precision, OUT stamp double precision) LANGUAGE plpgsql AS $$
  DECLARE
    own     send_budgets;
    overall send_budgets;
    now_ms  double precision;
    latest  double precision[];
  BEGIN
    INSERT INTO send_budgets (scope) VALUES (chat) ON CONFLICT DO NOTHING;
    INSERT INTO send_budgets (scope) VALUES ('all') ON CONFLICT DO NOTHING;
    SELECT * INTO own FROM send_budgets WHERE scope = chat FOR UPDATE;
    SELECT * INTO overall FROM send_budgets WHERE scope = 'all' FOR UPDATE;
    now_ms := extract(epoch FROM clock_timestamp()) * 1000;
    latest := ARRAY(SELECT it FROM unnest(overall.times) AS it WHERE it > now_ms - 1000 ORDER BY it DESC);
    wait_ms := greatest(
      own.closed_ms - now_ms,
      overall.closed_ms - now_ms,
      own.full_ms - 4000 - now_ms,
      CASE WHEN is_group AND cardinality(own.times) >= 20
        THEN own.times[cardinality(own.times) - 19] + 60000 - now_ms ELSE 0 END,
      -- Of calls under way it is not known when they are over: look again soon.
      CASE WHEN cardinality(latest) >= most THEN greatest(20, least(latest[most] + 1000 - now_ms, 200)) ELSE 0 END,
      0
    );
    IF wait_ms > 0 THEN RETURN; END IF;
    stamp := greatest(now_ms + longest_ms, coalesce(latest[1], 0) + 0.01);
    UPDATE send_budgets SET full_ms = greatest(full_ms, now_ms) + 1000,
      times = CASE WHEN is_group THEN (own.times || now_ms)[greatest(1, cardinality(own.times) - 18):] ELSE '{}' END
      WHERE scope = chat;
    UPDATE send_budgets SET times = latest || stamp WHERE scope = 'all';
  END $$;

  -- Lets calls under way count longer. Returns their new stamps, in the same order.
  CREATE FUNCTION prolong_calls(stamps double precision[], longest_ms double precision) RETURNS double precision[]
  LANGUAGE plpgsql AS $$
  DECLARE
    overall send_budgets;
    others  double precision[];
    first   double precision;
    fresh   double precision[];
  BEGIN
    SELECT * INTO overall FROM send_budgets WHERE scope = 'all' FOR UPDATE;
    others := ARRAY(SELECT it FROM unnest(overall.times) AS it WHERE it <> ALL (stamps));
    first := greatest(extract(epoch FROM clock_timestamp()) * 1000 + longest_ms,
      (SELECT coalesce(max(it), 0) FROM unnest(overall.times) AS it) + 0.01);
    fresh := ARRAY(SELECT first + 0.01 * n FROM generate_series(0, cardinality(stamps) - 1) AS n);
    UPDATE send_budgets SET times = others || fresh WHERE scope = 'all';
    RETURN fresh;
  END $$;
  `,
  `
  -- 1: it has no day, and its text stands on a day; its state is "joined" then, whatever else would be.
  ALTER TABLE articles ADD COLUMN elsewhere integer NOT NULL DEFAULT 0;

  -- What has to be compared with articles without a day, or is one. Its day is that of the article, here and below.
  CREATE TABLE uncompared_articles (
    day         text COLLATE "C" NOT NULL,
    article_key bigint NOT NULL,
    PRIMARY KEY (day, article_key)
  );
  INSERT INTO uncompared_articles SELECT issue_date, key FROM articles;

  -- A few numbers of the text of each article that was compared: they tell on which days a text may stand.
  CREATE TABLE article_samples (
    sample      integer NOT NULL,
    day         text COLLATE "C" NOT NULL,
    article_key bigint NOT NULL,
    PRIMARY KEY (sample, day, article_key)
  );
  CREATE INDEX article_samples_of ON article_samples (article_key);
  `,
  `
  -- Each new alert looks for those to be deleted for good, and most were never removed.
  CREATE INDEX alerts_by_removal ON alerts (removed_ms) WHERE removed_ms IS NOT NULL;
  `,
]
