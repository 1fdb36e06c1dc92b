// Programmes and who runs them
// question: Who runs which programme? 谁在运用或推行哪些平台、机制?
// tags: programmes
// param programme = null
MATCH (body)-[fact:RUNS]->(programme:Program)
WHERE $programme IS NULL OR programme.name = $programme
MATCH (sentence:Statement {id: fact.statement})
RETURN body.name AS body, programme.name AS programme, fact.confidence AS confidence, sentence.text AS sentence
ORDER BY body, programme
