// Programmes that several bodies run
// question: Which programmes do several bodies run? 哪些平台、机制由多家单位推行?
// tags: programmes, agencies
// param least = 2
MATCH (body:Agency)-[:RUNS]->(programme:Program)
WITH programme, count(DISTINCT body.id) AS bodies
WHERE bodies >= $least
RETURN programme.name AS programme, programme.kind AS kind, bodies
ORDER BY bodies DESC, programme
