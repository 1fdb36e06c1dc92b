// Problems that reports admit
// question: Which problems do the reports name? 报告承认存在哪些问题?
// tags: statements
MATCH (sentence:Statement {stance: 'problem'})
MATCH (report:Report {id: sentence.report})
RETURN report.name AS report, sentence.text AS sentence, sentence.start AS start
ORDER BY report, start
