// Ranks that reports tell
// question: Where do places stand in rankings? 各地在哪些评比中名列前茅?
// tags: counts, places
MATCH (count:Count {measure: 'rank'})-[:OBSERVED_IN]->(report:Report)
MATCH (sentence:Statement)-[:MENTIONS]->(count)
RETURN report.name AS report, count.indicator AS ranked, count.text AS text, count.value AS place, count.period AS period, sentence.text AS sentence, count.start AS start
ORDER BY report, start
