// Agencies by how often reports mention them
// question: Which bodies do the reports speak of most? 报告提到最多的机构有哪些?
// tags: agencies, overview
// param most = 20
MATCH (agency:Agency)<-[mention:MENTIONS]-(:Statement)
RETURN agency.name AS agency, agency.aliases AS writtenAs, agency.level AS level, agency.system AS system, count(mention) AS mentions
ORDER BY mentions DESC, agency
LIMIT $most
