// What reports plan
// question: What do bodies intend to do next? 下一步打算做什么?
// tags: statements
MATCH (report:Report)
MATCH (sentence:Statement {report: report.id})
WHERE sentence.stance = 'plan'
RETURN report.name AS report, sentence.text AS sentence, sentence.start AS start
ORDER BY report, start
