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
]
