import type { RawMention } from '../mentions.js';
import type { Fact, RelationReader } from './relation.js';
import { fact } from './relation.js';
import { clauseStart, type Sentence, type SentenceTerm } from './sentence.js';

/**
 * MEASURED_FOR: the count is about that very programme or document: in the same clause (25个上线单位运用“粤执法”办理案件
 * 5370件), in the clauses that go on about a programme which opens the sentence (“视频办”上线事项102项,发生业务103单), or
 * right behind a title (《清单》共256项).
 */
export const measuredFor: RelationReader = {
  type: 'MEASURED_FOR',
  rules: [
    { name: 'behind the title', match: '[<subject>#Document] #Filler? [<count>#Count]', confidence: 0.86 },
    { name: 'with the programme', match: '[<subject>#Program]', confidence: 0.86 },
  ],
  read(match, sentence) {
    const [term] = match.groups.subject;
    const at = term.order;
    const subject = term.mention;
    if (!subject) return [];
    const counts = term.tags.has('Document') ? countsBehindTitle(sentence, at) : countsWithProgram(sentence, at);
    return counts.map(
      (count): Fact => ({
        ...fact(match, sentence, { from: count, to: subject }),
        trigger: count.type === 'Count' ? count.text : '',
      }),
    );
  },
};

const isCount = (t: SentenceTerm) => t.mention?.type === 'Count';
const mentionsOf = (terms: SentenceTerm[]): RawMention[] => terms.flatMap((t) => (t.mention ? [t.mention] : []));

function countsBehindTitle({ terms }: Sentence, at: number): RawMention[] {
  const counts: SentenceTerm[] = [];
  for (let i = at + 1; i < terms.length; i++) {
    if (isCount(terms[i])) counts.push(terms[i]);
    // 《甲》等91份文件 counts documents, not what is in one.
    else if (counts.length || i > at + 1 || !/^[^等]{1,5}$/.test(terms[i].text) || terms[i].tags.has('Break')) break;
  }
  return mentionsOf(counts);
}

/** How many clauses further a programme is still spoken of, where it is what acts (“视频办”上线事项…,发生业务…): all of the
 * sentence that it opens, one where it opens a clause; none where it stands within one or only names a thing. */
function breaksAfter(terms: readonly SentenceTerm[], at: number): number {
  if (!terms[at + 1]?.tags.has('RunVerb')) return 0;
  const before = terms[at - 1]?.tags;
  if (!before || before.has('Stop') || before.has('Semicolon')) return terms.length;
  return before.has('Comma') ? 1 : 0;
}

function countsWithProgram(sentence: Sentence, at: number): RawMention[] {
  const { terms } = sentence;
  const counts: SentenceTerm[] = [];
  // What stands before it in its clause, back to another programme or a list's mark: 28个部门报送“双公示”.
  for (let i = at - 1; i >= clauseStart(sentence, at); i--) {
    if (terms[i].tags.has('Program') || terms[i].tags.has('Enum')) break;
    if (isCount(terms[i])) counts.unshift(terms[i]);
  }
  let breaks = breaksAfter(terms, at);
  let listed = 0;
  for (let i = at + 1; i < terms.length; i++) {
    const { tags } = terms[i];
    if (tags.has('Program') || tags.has('Document') || tags.has('Stop') || tags.has('Semicolon')) break;
    if (tags.has('Break') && breaks-- <= 0) break;
    if (tags.has('Enum')) listed++;
    // “敬老月”、讲座等活动28场次 counts the whole list.
    if (isCount(terms[i]) && listed < 1) counts.push(terms[i]);
  }
  return mentionsOf(counts);
}
