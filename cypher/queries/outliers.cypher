// Counts far from those of other places
// question: Which values of an indicator stand far from the average of the year? 哪些数值明显偏离平均水平?
// tags: counts, quality
// param year = 2023
// param times = 1.5
// param least = 2
MATCH (count:Count {year: $year})-[:MEASURES]->(indicator:Indicator)
WHERE count.stance <> 'plan'
WITH indicator, count.unit AS unit, avg(count.value) AS mean, count(count) AS counts
WHERE counts >= $least AND mean > 0
MATCH (far:Count {year: $year, unit: unit})-[:MEASURES]->(indicator)
WHERE far.stance <> 'plan' AND (far.value > mean * $times OR far.value * $times < mean)
MATCH (far)-[:OBSERVED_IN]->(report:Report)
RETURN indicator.name AS indicator, report.name AS report, far.text AS text, far.value AS value, unit AS unit, round(mean * 100.0) / 100.0 AS mean, counts AS counts, far.start AS start
ORDER BY indicator, value DESC, report, start
