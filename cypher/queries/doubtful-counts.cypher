// Counts that a careful reader would question
// question: Which numbers do not agree with each other? 哪些数字前后矛盾?
// tags: counts, quality
MATCH (count:Count)-[:OBSERVED_IN]->(report:Report)
WHERE count.doubts IS NOT NULL
MATCH (sentence:Statement)-[:MENTIONS]->(count)
RETURN report.name AS report, count.name AS count, count.doubts AS doubts, sentence.text AS sentence, count.start AS start
ORDER BY report, start
