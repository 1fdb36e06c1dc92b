import type { DocumentMention } from '../extract/document/document.js';
import type { HonorMention } from '../extract/honor/honor.js';
import type { MeetingMention } from '../extract/meeting/meeting.js';
import type { AgencyMention, PlaceMention } from '../extract/names/scan.js';
import type { ProgramMention } from '../extract/program/program.js';
import type { Division } from '../places/gazetteer.js';
import type { Entity } from '../schema/extraction.js';
import { officialName, officialPlace, type ResolvedAgency } from './officialName.js';

/** What identity is settled by, beside the mention itself. */
export interface ResolveContext {
  reportId: string;
  lineage: readonly Division[];
  /** The reporter's official name. */
  reporter?: string;
  normal: string;
}

const words = ({ normal }: ResolveContext, { start, end }: { start: number; end: number }) => normal.slice(start, end);
const codeOf = (lineage: readonly Division[]) => lineage.at(-1)?.code;
/** Six digits for provinces to counties, as GB/T 2260 writes them. */
export const fullCode = (code: string) => (code.length < 6 ? code.padEnd(6, '0') : code);

/** The id of a body of a division. */
export const agencyId = (division: Division, name: string) => `agency:${fullCode(division.code)}:${name}`;

/** What marks a name that nothing settles, with the divisions that it may be or belong to. */
const unresolved = (candidates: readonly Division[]): Entity['properties'] => ({
  unresolved: true,
  ...(candidates.length && { candidates: candidates.map((d) => `${fullCode(d.code)} ${officialPlace(d)}`).sort() }),
});

export function agencyEntity(
  mention: AgencyMention,
  context: ResolveContext,
): { entity: Entity; resolved?: ResolvedAgency } {
  const text = words(context, mention);
  const resolved = officialName(mention.name, text, context.lineage, context.reporter);
  if (!resolved) {
    // Whose body it is, nothing tells: it keeps its relative form and is the report's own.
    const prefix = mention.name.kind === 'local' ? mention.name.prefix : undefined;
    const open = unresolved(prefix?.kind === 'place' ? prefix.place.candidates : []);
    return { entity: { id: `agency:${context.reportId}:${text}`, type: 'Agency', name: text, properties: open } };
  }
  const { name, division, level, system } = resolved;
  const id = division ? agencyId(division, name) : `agency:${context.reportId}:${name}`;
  return { entity: { id, type: 'Agency', name, properties: { system, ...(level && { level }) } }, resolved };
}

/** The entity of a division. */
export function divisionEntity(division: Division): Entity {
  return {
    id: `place:${fullCode(division.code)}`,
    type: division.level === 'village' ? 'Village' : 'Place',
    name: officialPlace(division),
    properties: { code: fullCode(division.code), level: division.level },
  };
}

export function placeEntity({ place, ...mention }: PlaceMention, context: ResolveContext): Entity {
  const text = words(context, mention);
  if (place.unlisted) {
    const { name, parent, village } = place.unlisted;
    const within = parent ? `${fullCode(parent.code)}:` : '';
    return {
      id: `place:${within}${name}`,
      type: village ? 'Village' : 'Place',
      name: village && parent ? `${officialPlace(parent)}${name}` : name,
      properties: village ? { level: 'village' } : {},
    };
  }
  if (place.candidates.length === 1) return divisionEntity(place.candidates[0]);
  return {
    id: `place:${context.reportId}:${text}`,
    type: 'Place',
    name: text,
    properties: unresolved(place.candidates),
  };
}

export function programEntity({ name, kind }: ProgramMention): Entity {
  return { id: `program:${name}`, type: 'Program', name, properties: kind ? { kind } : {} };
}

const DOCUMENT_KINDS: readonly [RegExp, string][] = [
  [/条例$/, 'regulation'],
  [/(?<!办|方|书)法$/, 'law'],
  [/办法$/, 'measures'],
  [/规定$/, 'provisions'],
  [/细则$/, 'rules'],
  [/方案$/, 'plan'],
  [/规划$/, 'plan'],
  [/计划$/, 'plan'],
  [/纲要$/, 'outline'],
  [/意见$/, 'opinions'],
  [/通知$/, 'notice'],
  [/清单$/, 'list'],
  [/目录$/, 'catalogue'],
  [/汇编$/, 'compilation'],
  [/报告$/, 'report'],
  [/(标准|规范|指南|指引)$/, 'guide'],
  [/(制度|机制)$/, 'system'],
  [/(决定|决议)$/, 'decision'],
  [/(公告|通告)$/, 'announcement'],
];
const BRACKETS_BEHIND = /(?:[(（][^()（）]*[)）])+$/;
const NATIONWIDE = /^(中华人民共和国|中共中央|国务院|中国共产党|全国|国家)|^[一-龥]{2,20}(?<!办|方)法$/;

/** Whose document a title is: the nation's, the place's that it begins with, else the report's own division's. */
function documentScope(title: string, { lineage, reportId }: ResolveContext): string {
  if (NATIONWIDE.test(title)) return '100000';
  const named = lineage.findLast((d) => title.startsWith(d.name) || title.startsWith(officialPlace(d)));
  const code = named?.code ?? codeOf(lineage);
  return code ? fullCode(code) : reportId;
}

export function documentEntity(mention: DocumentMention, context: ResolveContext): Entity {
  const text = words(context, mention);
  if (mention.numbered)
    return { id: `document:${text}`, type: 'Document', name: text, properties: { title: text, number: text } };
  const title = text.slice(1, -1).trim();
  const bare = title.replace(BRACKETS_BEHIND, '');
  const kind = DOCUMENT_KINDS.find(([ending]) => ending.test(bare))?.[1];
  const edition = /(\d{4}年版)/.exec(title)?.[1];
  return {
    id: `document:${documentScope(title, context)}:${title}`,
    type: 'Document',
    name: title,
    properties: {
      title,
      ...(kind && { kind }),
      ...(edition && { edition }),
      ...(/试行|暂行/.test(title) && { trial: true }),
    },
  };
}

export function meetingEntity(mention: MeetingMention, context: ResolveContext): Entity {
  const text = words(context, mention);
  const { body, session, ordinal } = mention;
  const resolved = body && officialName(body.name, words(context, body), context.lineage, context.reporter);
  const before = body ? text.slice(0, body.start - mention.start) : '';
  const rest = body ? text.slice(body.end - mention.start) : '';
  const name = resolved ? `${before}${resolved.name}${rest}` : text;
  const national = !body || resolved?.level === 'national';
  const scope = resolved?.division ? fullCode(resolved.division.code) : national ? '100000' : context.reportId;
  return {
    id: `meeting:${scope}:${name}`,
    type: 'Meeting',
    name,
    properties: { ...(resolved && { body: resolved.name }), ...(session && { session }), ...(ordinal && { ordinal }) },
  };
}

const HONOR_LEVELS: readonly [RegExp, string][] = [
  [/全国|国家级|国家/, 'national'],
  [/省|自治区/, 'province'],
  [/市/, 'prefecture'],
  [/[县区旗]/, 'county'],
];

export function honorEntity(mention: HonorMention, context: ResolveContext): Entity {
  const name = words(context, mention);
  const year = /(\d{4})年/.exec(name)?.[1];
  const lead = name.split('“')[0];
  const level = HONOR_LEVELS.find(([words]) => words.test(lead))?.[1];
  const own = /全国|国家|^(\d{4}年)?[一-龥]{2,4}省/.test(name)
    ? ''
    : `${fullCode(codeOf(context.lineage) ?? '') || context.reportId}:`;
  return {
    id: `honor:${own}${name}`,
    type: 'Honor',
    name,
    properties: { ...(year && { year }), ...(level && { level }) },
  };
}
