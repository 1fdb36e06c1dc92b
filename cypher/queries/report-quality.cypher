// How much was read in each report
// question: How many facts, counts and doubts does a report give? 各报告读出多少数字、存疑多少?
// tags: quality, overview
MATCH (report:Report)
OPTIONAL MATCH (count:Count {report: report.id})
WITH report, count(count) AS counts, sum(CASE WHEN count.doubts IS NULL THEN 0 ELSE 1 END) AS doubtful
OPTIONAL MATCH (sentence:Statement {report: report.id})
RETURN report.name AS report, count(sentence) AS sentences, counts, doubtful
ORDER BY report
