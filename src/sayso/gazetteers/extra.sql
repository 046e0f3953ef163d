-- Writing the user's own places; each query is a block under its name.

-- name: place
INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?);

-- name: name
INSERT OR IGNORE INTO name VALUES (?,?,?);

-- name: sound
INSERT OR IGNORE INTO sound VALUES (?,?);

-- name: frame
INSERT OR IGNORE INTO frame VALUES (?,?);

-- name: unit
INSERT OR IGNORE INTO unit VALUES (?,?);

-- name: batch
INSERT INTO batch VALUES (?,?,?);

-- name: last
SELECT coalesce(max(number), 0) FROM place;

-- name: digest
SELECT digest FROM state;

-- name: forget_digest
DELETE FROM state;

-- name: new_digest
INSERT INTO state VALUES (?);

-- name: credit
-- The file that a place came from, with whom to credit for it.
SELECT batch.credit FROM place JOIN batch ON place.number BETWEEN batch.first AND batch.last WHERE place.ref = ?;
