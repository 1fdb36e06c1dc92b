// Required topics that a report does not mention
// question: Which topics does a report pass over? 报告缺少哪些应写的内容?
// tags: quality, overview
// param topics = ["行政复议", "行政应诉", "规范性文件", "重大行政决策", "行政执法", "普法", "法律援助", "营商环境", "政务公开", "第一责任人", "执法监督", "矛盾纠纷"]
MATCH (report:Report)
UNWIND $topics AS topic
OPTIONAL MATCH (sentence:Statement {report: report.id})
WHERE sentence.text CONTAINS topic
WITH report, topic, count(sentence) AS sentences
WHERE sentences = 0
RETURN report.name AS report, topic
ORDER BY report, topic
