// Indicators by how many counts measure them
// question: What do the reports count, and how often? 报告统计了哪些指标?
// tags: counts, overview
// param most = 30
MATCH (count:Count)-[:MEASURES]->(indicator:Indicator)
RETURN indicator.name AS indicator, indicator.unit AS unit, count(count) AS counts, min(count.period) AS first, max(count.period) AS last
ORDER BY counts DESC, indicator, unit
LIMIT $most
