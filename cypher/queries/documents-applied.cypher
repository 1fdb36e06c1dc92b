// Documents that are implemented, followed or studied
// question: Which documents does a body apply? 贯彻落实了哪些文件?
// tags: documents
MATCH (body)-[fact:APPLIES]->(document:Document)
MATCH (sentence:Statement {id: fact.statement})
RETURN body.name AS body, document.name AS document, fact.trigger AS trigger, sentence.text AS sentence
ORDER BY body, document
