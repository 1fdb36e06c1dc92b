// Everything that reports say of one programme
// question: What does the report say of 粤执法? 报告关于“粤执法”说了什么?
// tags: programmes, provenance
// param programme = "粤执法"
MATCH (sentence:Statement)-[:MENTIONS]->(programme:Program {name: $programme})
OPTIONAL MATCH (sentence)-[:MENTIONS]->(count:Count)-[:MEASURED_FOR]->(programme)
RETURN DISTINCT sentence.order AS sentenceNumber, count.value AS value, count.unit AS unit, count.indicator AS indicator, sentence.text AS sentence
ORDER BY sentenceNumber, value DESC
