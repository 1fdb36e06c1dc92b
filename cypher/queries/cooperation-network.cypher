// The network of agencies that work together
// question: Who works with whom? (graph) 联合开展工作的机构网络(图)
// tags: agencies, cooperation, graph
MATCH (agency:Agency)-[fact:COOPERATES_WITH]->(partner:Agency)
RETURN agency, fact, partner
ORDER BY agency.id, partner.id, fact.start
