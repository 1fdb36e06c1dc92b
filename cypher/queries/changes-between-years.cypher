// What changed between two years
// question: How did a place’s counts change from one year to another? 某地两年间指标变化
// tags: counts, years, places
// param place = "佛冈县"
// param before = 2022
// param after = 2023
MATCH (old:Count {year: $before})-[:OBSERVED_IN]->(:Report)-[:REPORTS_ON]->(:Place {name: $place})
MATCH (old)-[:MEASURES]->(indicator:Indicator)<-[:MEASURES]-(new:Count {year: $after})
WHERE new.unit = old.unit AND new.stance <> 'plan' AND old.stance <> 'plan'
MATCH (new)-[:OBSERVED_IN]->(:Report)-[:REPORTS_ON]->(:Place {name: $place})
RETURN indicator.name AS indicator, old.value AS before, new.value AS after, new.value - old.value AS change, new.unit AS unit
ORDER BY indicator, before, after
