// Programmes that a year brought
// question: Which programmes does a place’s report name that the year before’s did not? 某年新出现的平台、机制
// tags: programmes, years, places
// param place = "佛冈县"
// param before = "2022"
// param after = "2023"
MATCH (now:Report)-[:REPORTS_ON]->(:Place {name: $place})
WHERE now.periodTo STARTS WITH $after
MATCH (sentence:Statement {report: now.id})-[:MENTIONS]->(programme:Program)
WITH DISTINCT programme
OPTIONAL MATCH (programme)<-[:MENTIONS]-(old:Statement)-[:PART_OF]->(:Section {report: old.report})
OPTIONAL MATCH (earlier:Report {id: old.report})-[:REPORTS_ON]->(:Place {name: $place})
WHERE earlier.periodTo STARTS WITH $before
WITH programme, count(earlier) AS times
WHERE times = 0
RETURN programme.name AS programme, programme.kind AS kind
ORDER BY programme
