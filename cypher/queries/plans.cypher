// What reports plan
// question: What do bodies intend to do next? 下一步打算做什么?
// tags: statements
MATCH (sentence:Statement {stance: 'plan'})
MATCH (report:Report {id: sentence.report})
RETURN report.name AS report, sentence.text AS sentence, sentence.start AS start
ORDER BY report, start
