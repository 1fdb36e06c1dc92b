// Outline of a report
// question: Which sections has a report, and how long are they? 报告的结构如何?
// tags: overview, provenance
// param report = "佛冈县人民政府关于2023年度法治政府建设情况的报告"
MATCH (report:Report {name: $report})
MATCH (section:Section {report: report.id})
OPTIONAL MATCH (section)<-[:PART_OF]-(sentence:Statement)
RETURN section.order AS number, section.level AS level, section.name AS section, section.stance AS stance, count(sentence) AS sentences
ORDER BY number
