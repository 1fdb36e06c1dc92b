// Facts of little confidence
// question: Which facts should be checked by hand? 哪些事实置信度较低,需要人工核对?
// tags: quality, provenance
// param below = 0.85
MATCH (from)-[fact:ISSUED|APPLIES|CONVENED|RUNS|AWARDED|COOPERATES_WITH|MEASURED_FOR]->(to)
WHERE fact.confidence < $below
MATCH (sentence:Statement {id: fact.statement})
RETURN type(fact) AS fact, from.name AS from, to.name AS to, fact.confidence AS confidence, sentence.text AS sentence
ORDER BY confidence, fact, from, to
