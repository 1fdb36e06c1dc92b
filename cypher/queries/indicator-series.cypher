// One indicator over years and places
// question: How did an indicator move, as the reports state it? 某项指标历年、各地如何变化?
// tags: counts, years
// param indicator = "政务服务事项网办率"
MATCH (count:Count)-[:MEASURES]->(indicator:Indicator {name: $indicator})
MATCH (count)-[:OBSERVED_IN]->(report:Report)-[:ISSUED_BY]->(reporter:Agency)
MATCH (sentence:Statement)-[:MENTIONS]->(count)
RETURN count.period AS period, reporter.name AS reporter, count.value AS value, count.unit AS unit, count.text AS text, count.stance AS stance, sentence.text AS sentence, count.start AS start
ORDER BY period, reporter, start
