// Programmes by what was counted of them
// question: Which programmes have counts, and how many cases? 哪些平台、机制有办件数据?
// tags: programmes, counts
// param unit = null
MATCH (count:Count)-[fact:MEASURED_FOR]->(programme:Program)
WHERE $unit IS NULL OR count.unit = $unit
MATCH (count)-[:OBSERVED_IN]->(report:Report)
RETURN programme.name AS programme, count.value AS value, count.unit AS unit, count.indicator AS indicator, count.period AS period, report.title AS report
ORDER BY value DESC, programme, indicator
