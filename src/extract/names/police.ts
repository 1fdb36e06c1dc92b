import { type PlaceScope, placeAt } from '../../places/chains.js';
import { gazetteer } from '../../places/gazetteer.js';
import type { AgencyName } from './agency.js';
import { departmentAt } from './department.js';

/**
 * A district's branch of the city's police, which names the district inside: 公安拱墅分局, 拱墅公安分局. Its full name is the
 * city's bureau and the branch (杭州市公安局拱墅分局).
 */
export function policeBranchAt(
  text: string,
  at: number,
  scope: PlaceScope,
): { end: number; name: AgencyName } | undefined {
  const before = text.startsWith('公安', at);
  // Nearly every place of a text is ruled out by the cheaper half.
  if (!before && !text.slice(at + 2, at + 10).includes('公安分局')) return undefined;
  const place = placeAt(text, before ? at + 2 : at, scope);
  const behind = before ? '分局' : '公安分局';
  if (place?.candidates.length !== 1 || !text.startsWith(behind, place.end)) return undefined;
  const city = gazetteer().parent(place.candidates[0]);
  const department = departmentAt('公安局', 0);
  if (!city || !department) return undefined;
  const prefix = { ...place, candidates: [city], short: false };
  return {
    end: place.end + behind.length,
    name: {
      kind: 'local',
      prefix: { kind: 'place', place: prefix, party: false },
      parts: [
        { kind: 'department', department },
        { kind: 'written', words: `${text.slice(place.start, place.end)}分局` },
      ],
    },
  };
}
