import type { Division } from '../places/gazetteer.js';
import type { Relation } from '../schema/extraction.js';
import { fullCode } from './entities.js';

/** An agency of a report: its id, official name and division. */
export interface Placed {
  id: string;
  name: string;
  division: Division;
}

/** Bodies that answer to no government: the congress and what it elects. */
const APART = /法院|检察院|人民代表大会|政治协商|监察|纪委|共青团|联合会|总工会/;
const DEPARTMENT = /(?:[局厅]|委员会|人民政府办公[室厅])$/;
const committee = (name: string) => name.replace(/委员会$/, '委');

function answersTo(body: Placed, other: Placed): boolean {
  if (other.id === body.id || other.division.code !== body.division.code) return false;
  if (body.name.startsWith('中共')) {
    return (
      other.name.startsWith('中共') && other.name.endsWith('委员会') && body.name.startsWith(committee(other.name))
    );
  }
  return other.name.endsWith('人民政府') && DEPARTMENT.test(body.name) && !APART.test(body.name);
}

/** SUBORDINATE_TO by the names: a department answers to its division's government, an organ to its committee; the
 * closest of those that the report mentions. */
export function subordination(agencies: readonly Placed[]): Relation[] {
  const byDivision = grouped(agencies);
  return agencies.flatMap((body) => {
    const parents = (byDivision.get(fullCode(body.division.code)) ?? []).filter((other) => answersTo(body, other));
    const parent = parents.sort((a, b) => b.name.length - a.name.length)[0];
    return parent ? [{ type: 'SUBORDINATE_TO' as const, from: body.id, to: parent.id }] : [];
  });
}

function grouped(agencies: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const a of agencies) {
    const code = fullCode(a.division.code);
    groups.set(code, [...(groups.get(code) ?? []), a]);
  }
  return groups;
}
