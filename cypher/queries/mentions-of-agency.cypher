// Sentences that mention an agency
// question: Where do reports speak of a body, and by which name? 报告在哪里提到某机构?
// tags: agencies, provenance
// param agency = "佛冈县人民法院"
MATCH (agency:Agency {name: $agency})<-[mention:MENTIONS]-(sentence:Statement)
RETURN sentence.report AS report, mention.text AS written, sentence.text AS sentence, mention.start AS start
ORDER BY report, start
