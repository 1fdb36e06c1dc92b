// Meetings and who held them
// question: Which meetings were held, by whom? 谁召开了哪些会议?
// tags: meetings
MATCH (body)-[fact:CONVENED]->(meeting:Meeting)
MATCH (sentence:Statement {id: fact.statement})
RETURN body.name AS body, meeting.name AS meeting, meeting.ordinal AS ordinal, sentence.text AS sentence
ORDER BY body, meeting
