// Agencies that work together
// question: Which agencies cooperate, and on what? 哪些单位联合开展工作?
// tags: agencies, cooperation
MATCH (a:Agency)-[fact:COOPERATES_WITH]->(b:Agency)
MATCH (sentence:Statement {id: fact.statement})
RETURN a.name AS agency, b.name AS partner, fact.trigger AS trigger, sentence.text AS sentence
ORDER BY agency, partner
