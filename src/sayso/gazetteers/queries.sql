-- Reading the embedded gazetteer; each query is a block under its name.

-- name: named
-- The places under a folded name, the most populous first. A unit counts for less than a town, whose name it mostly has.
SELECT place.*, name.how FROM name JOIN place ON place.number = name.place WHERE name.key = ?
ORDER BY CASE WHEN place.feature LIKE 'ADM%' THEN place.population * 3 / 10 ELSE place.population END DESC, place.fame DESC, place.number LIMIT 60;

-- name: sounding
-- The places under a rough spelling, the most populous first.
SELECT place.*, 2 FROM sound JOIN place ON place.number = sound.place WHERE sound.key = ?
ORDER BY place.population DESC, place.fame DESC, place.number LIMIT 12;

-- name: framed
-- The names with these consonants that are about as long as a name.
SELECT name FROM frame WHERE key = ? AND abs(length(name) - ?) <= 4 ORDER BY name;

-- name: numbered
SELECT place.*, 0 FROM place WHERE number = ?;

-- name: own
SELECT place.*, 0 FROM place WHERE ref = ?;

-- name: unit
SELECT place.*, 0 FROM unit JOIN place ON place.number = unit.place WHERE unit.code = ?;

-- name: tabled
-- Whether the file has a table of this name.
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?;
