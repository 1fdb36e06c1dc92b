// Documents issued, with the sentence that says so
// question: Which documents did a body issue, and in which sentence? 哪些文件由谁印发,出自哪一句?
// tags: documents, provenance
// param issuer = null
MATCH (issuer)-[fact:ISSUED]->(document:Document)
WHERE $issuer IS NULL OR issuer.name = $issuer
MATCH (sentence:Statement {id: fact.statement})
RETURN issuer.name AS issuer, document.name AS document, fact.trigger AS trigger, fact.confidence AS confidence, sentence.text AS sentence
ORDER BY issuer, document
