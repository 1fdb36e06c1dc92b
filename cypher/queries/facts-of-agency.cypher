// Every fact that is stated of an agency, with its sentence
// question: What do reports say that a body did, and in which section? 某机构做了什么,出自何处?
// tags: agencies, provenance
// param agency = "佛冈县人民政府"
MATCH (agency:Agency {name: $agency})-[fact:ISSUED|APPLIES|CONVENED|RUNS|AWARDED|COOPERATES_WITH]->(thing)
MATCH (sentence:Statement {id: fact.statement})-[:PART_OF]->(section:Section)
RETURN type(fact) AS fact, thing.name AS thing, fact.trigger AS trigger, fact.confidence AS confidence, section.name AS section, sentence.text AS sentence
ORDER BY fact, thing
