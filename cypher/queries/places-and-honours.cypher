// Places and the honours that they hold
// question: Which villages hold which honour? 哪些村获得了什么荣誉?
// tags: honours, places
MATCH (place:Place)-[fact:AWARDED]->(honour:Honor)
MATCH (sentence:Statement {id: fact.statement})
RETURN place.name AS place, place.code AS code, honour.name AS honour, honour.year AS year, sentence.text AS sentence
ORDER BY place, honour
