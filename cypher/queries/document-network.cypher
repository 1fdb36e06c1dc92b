// Documents with those who issue and apply them
// question: Who issues and who applies which document? (graph) 文件的制定与执行(图)
// tags: documents, graph
MATCH (body:Agency)-[fact:ISSUED|APPLIES]->(document:Document)
RETURN body, fact, document
ORDER BY body.id, document.id, fact.start
