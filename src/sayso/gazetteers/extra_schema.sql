-- The user's own places: the tables of the embedded gazetteer, and the files that they came from.
CREATE TABLE IF NOT EXISTS place (
    number INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    feature TEXT NOT NULL,
    country TEXT NOT NULL,
    admin TEXT NOT NULL,
    population INTEGER NOT NULL,
    precision INTEGER NOT NULL,
    fame INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS name (key TEXT NOT NULL, place INTEGER NOT NULL, how INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sound (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unit (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS batch (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, credit TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS state (digest TEXT NOT NULL);
