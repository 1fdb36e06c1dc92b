// Two places side by side
// question: How do two places compare in the indicators that both report? 两地同类指标对比
// tags: counts, places
// param first = "佛冈县"
// param second = "英德市"
MATCH (one:Count)-[:OBSERVED_IN]->(:Report)-[:REPORTS_ON]->(:Place {name: $first})
WHERE one.stance <> 'plan'
MATCH (one)-[:MEASURES]->(indicator:Indicator)<-[:MEASURES]-(other:Count)
WHERE other.stance <> 'plan' AND other.unit = one.unit
MATCH (other)-[:OBSERVED_IN]->(:Report)-[:REPORTS_ON]->(:Place {name: $second})
RETURN indicator.name AS indicator, one.period AS firstPeriod, one.value AS first, other.period AS secondPeriod, other.value AS second, one.unit AS unit
ORDER BY indicator, firstPeriod, secondPeriod, first, second
