// Who runs a programme and what is measured of it
// question: Which bodies run a programme, with which counts? (graph) 哪些单位运行某平台,有何数据(图)
// tags: programmes, counts, graph
// param programme = "粤执法"
MATCH (programme:Program {name: $programme})<-[fact:RUNS|MEASURED_FOR]-(end)
RETURN programme, fact, end
ORDER BY end.id, fact.start
