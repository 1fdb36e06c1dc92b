// Growth of an indicator, year by year
// question: How fast did an indicator grow each year, as the reports state it? 某项指标历年增速是多少?
// tags: counts, years
// param growth = "经营主体总数增速"
// param average = "经营主体总数年均增速"
MATCH (count:Count)-[:MEASURES]->(indicator:Indicator)
WHERE indicator.name IN [$growth, $average] AND count.stance <> 'plan'
MATCH (count)-[:OBSERVED_IN]->(report:Report)
MATCH (sentence:Statement)-[:MENTIONS]->(count)
RETURN count.year AS year, indicator.name AS measured, count.value AS value, count.unit AS unit, count.text AS text, report.name AS report, sentence.text AS sentence, count.start AS start
ORDER BY year, report, start
