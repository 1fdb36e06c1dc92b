// Honours by who holds them
// question: Which bodies and places hold which honours? 哪些单位和地方获得哪些荣誉?
// tags: honours
MATCH (holder)-[fact:AWARDED]->(honour:Honor)
RETURN honour.level AS level, honour.name AS honour, holder.name AS holder, fact.confidence AS confidence
ORDER BY level, honour, holder
