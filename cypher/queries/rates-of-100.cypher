// Rates of one hundred per cent
// question: Which rates are 100%? 哪些指标达到百分之百?
// tags: counts
// param rate = 100
MATCH (count:Count {value: $rate, unit: '%'})<-[:MENTIONS]-(sentence:Statement)
RETURN count.indicator AS indicator, count.text AS text, count.period AS period, sentence.text AS sentence, count.start AS start
ORDER BY start
