// What surrounds an agency
// question: What does a body issue, run, apply and convene? (graph) 某机构的文件、平台、会议一览(图)
// tags: agencies, graph
// param agency = "佛冈县人民政府"
MATCH (agency:Agency {name: $agency})-[fact:ISSUED|RUNS|APPLIES|CONVENED]->(thing)
RETURN agency, fact, thing
ORDER BY thing.id, fact.start
