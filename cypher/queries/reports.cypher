// Reports and what they report on
// question: Which reports are loaded, of whom, for which year? 已载入哪些报告?
// tags: overview
MATCH (report:Report)
OPTIONAL MATCH (report)-[:ISSUED_BY]->(reporter:Agency)
OPTIONAL MATCH (report)-[:REPORTS_ON]->(place:Place)
RETURN report.name AS report, report.kind AS kind, reporter.name AS reporter, place.name AS place, report.periodTo AS periodTo, report.source AS source
ORDER BY periodTo, report
