// Bodies and those that reorganisations put in their place
// question: Which bodies were reorganised, into what, and when? 哪些机构经改革更名,更名为什么,何时?
// tags: agencies, years
MATCH (agency:Agency)-[change:SUCCEEDED_BY]->(successor:Agency)
RETURN DISTINCT agency.name AS agency, successor.name AS successor, change.year AS year
ORDER BY year, agency
