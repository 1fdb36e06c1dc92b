// League table of an indicator
// question: Which places lead in an indicator in one year? 某年某项指标各地谁高谁低?
// tags: counts, places
// param indicator = "政务服务事项网办率"
// param year = 2023
MATCH (count:Count {year: $year})-[:MEASURES]->(:Indicator {name: $indicator})
WHERE count.stance <> 'plan'
MATCH (count)-[:OBSERVED_IN]->(report:Report)-[:REPORTS_ON]->(place:Place)
MATCH (sentence:Statement)-[:MENTIONS]->(count)
RETURN place.name AS place, count.value AS value, count.unit AS unit, count.text AS text, count.bound AS bound, sentence.text AS sentence, count.start AS start
ORDER BY value DESC, place, start
