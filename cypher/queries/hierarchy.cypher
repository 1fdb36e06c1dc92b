// Agencies and the bodies that they answer to
// question: Who answers to whom? 机构之间的隶属关系?
// tags: agencies
MATCH (agency:Agency)-[:SUBORDINATE_TO]->(parent:Agency)
OPTIONAL MATCH (agency)-[:SERVES]->(place:Place)
RETURN DISTINCT agency.name AS agency, parent.name AS parent, place.name AS place
ORDER BY parent, agency
