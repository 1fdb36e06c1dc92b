// Names that nothing settles
// question: Which names could not be resolved, and what may they be? 哪些名称无法确定所指,可能是什么?
// tags: quality, names
MATCH (thing)
WHERE (thing:Agency OR thing:Place) AND thing.unresolved = true
WITH thing
MATCH (sentence:Statement)-[mention:MENTIONS]->(thing)
RETURN thing.name AS name, thing.candidates AS candidates, sentence.report AS report, count(mention) AS mentions, min(sentence.text) AS sentence
ORDER BY name, report
