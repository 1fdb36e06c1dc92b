// Problems that reports admit
// question: Which problems do the reports name? 报告承认存在哪些问题?
// tags: statements
MATCH (report:Report)
MATCH (sentence:Statement {report: report.id})
WHERE sentence.stance = 'problem'
RETURN report.name AS report, sentence.text AS sentence, sentence.start AS start
ORDER BY report, start
