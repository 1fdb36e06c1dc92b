import type { ChangedCount, ComparedCount, ComparedFact, ComparedThing, GraphDiff } from '../graph/diff.js';
import { readable } from './readable.js';
import { xmlText } from './xml.js';

const STYLE = `
body{font:15px/1.6 'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2733}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin-top:2rem;border-bottom:1px solid #ccd3da}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #e4e8ec;vertical-align:top}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.appeared::before{content:'+ ';color:#00664f;font-weight:bold}.gone::before{content:'− ';color:#a03c00;font-weight:bold}
blockquote{margin:.2rem 0 .6rem 1.2rem;color:#4a5764;font-size:.9em}li{list-style:none}ul{padding-left:0}`;

const named = ({ indicator, about }: ComparedCount) =>
  xmlText(about.length ? `${indicator}(${about.join('、')})` : indicator);
const valued = ({ value, unit }: ComparedCount) => xmlText(readable(value, unit));

function changeRow({ before, after, difference, percent }: ChangedCount): string {
  const sign = difference > 0 ? '+' : '';
  const share = percent === undefined ? '' : `${sign}${percent.toFixed(1)}%`;
  const shown = xmlText(sign + readable(difference, before.unit === '%' ? '个百分点' : before.unit));
  const title = xmlText(`${before.sentence}\n→\n${after.sentence}`);
  return `<tr title="${title}"><td>${named(after)}</td><td class="n">${valued(before)}</td><td class="n">${valued(after)}</td><td class="n">${shown}</td><td class="n">${share}</td></tr>`;
}

const item = (mark: 'appeared' | 'gone', text: string, sentence = '') =>
  `<li><span class="${mark}">${text}</span>${sentence && `<blockquote>${xmlText(sentence)}</blockquote>`}</li>`;
const both = <T>(
  { appeared, gone }: { appeared: T[]; gone: T[] },
  line: (mark: 'appeared' | 'gone', one: T) => string,
) => `<ul>${[...appeared.map((x) => line('appeared', x)), ...gone.map((x) => line('gone', x))].join('\n')}</ul>`;

const thingLine = (mark: 'appeared' | 'gone', { kind, name }: ComparedThing) => item(mark, `${kind} ${xmlText(name)}`);
const factLine = (mark: 'appeared' | 'gone', { from, type, to, sentence }: ComparedFact) =>
  item(mark, xmlText(`${from} —${type}→ ${to}`), sentence);
const countLine = (mark: 'appeared' | 'gone', count: ComparedCount) =>
  item(mark, `${named(count)} ${valued(count)}`, count.sentence);

/** A comparison as one page, without scripts: what reports say stands in it as text. */
export function diffPage({ reports, things, facts, counts }: GraphDiff): string {
  const [from, to] = [reports.before, reports.after].map((titles) => xmlText(titles.join('、')));
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${from} → ${to}</title><style>${STYLE}</style></head><body>
<h1>${from} → ${to}</h1>
<p>Numbers changed 数字变动 ${counts.changed.length}, same 不变 ${counts.same} · things 事物 +${things.appeared.length} −${things.gone.length} · facts 事实 +${facts.appeared.length} −${facts.gone.length}</p>
<h2>Numbers that changed 变动的数字</h2>
<table><thead><tr><th>Indicator 指标</th><th>Before 前</th><th>After 后</th><th>Change 变化</th><th>%</th></tr></thead><tbody>
${counts.changed.map(changeRow).join('\n')}
</tbody></table>
<h2>Facts 事实</h2>
${both(facts, factLine)}
<h2>Things 事物</h2>
${both(things, thingLine)}
<h2>Numbers told only in one 只见于一方的数字</h2>
${both(counts, countLine)}
</body></html>
`;
}
