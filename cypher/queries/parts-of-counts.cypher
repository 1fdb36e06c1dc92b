// Counts and their parts
// question: What is a count made up of? 总数由哪些部分构成?
// tags: counts
MATCH (part:Count)-[:PART_OF_COUNT]->(whole:Count)-[:OBSERVED_IN]->(report:Report)
RETURN report.name AS report, whole.name AS whole, part.name AS part, part.value AS value, part.unit AS unit, part.value * 100.0 / whole.value AS share, whole.start AS wholeStart, part.start AS start
ORDER BY report, wholeStart, start
