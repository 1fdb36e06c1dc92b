// Growth recomputed from two years' counts
// question: Do the growth rates that reports claim agree with their own counts? 报告所称增速与两年数据是否一致?
// tags: counts, years, quality
// note: recomputed at the prices of each year; reports give the growth of output at constant prices
// param indicator = "经营主体总数"
MATCH (growth:Count)-[:GROWTH_OF]->(now:Count)-[:MEASURES]->(indicator:Indicator {name: $indicator})
MATCH (now)-[:OBSERVED_IN]->(:Report)-[:ISSUED_BY]->(reporter:Agency)
MATCH (before:Count)-[:MEASURES]->(indicator)
MATCH (before)-[:OBSERVED_IN]->(:Report)-[:ISSUED_BY]->(reporter)
WHERE before.year + 1 = now.year AND before.unit = now.unit AND before.value > 0 AND growth.unit = '%' AND before.stance <> 'plan'
RETURN reporter.name AS reporter, now.year AS year, before.text AS before, now.text AS now, growth.text AS claimed, growth.value AS claimedRate, round((1.0 * now.value / before.value - 1.0) * 1000.0) / 10.0 AS recomputed
ORDER BY reporter, year, before, now
