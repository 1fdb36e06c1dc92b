import type { PlaceScope } from '../places/chains.js';
import type { Reading } from '../read/reading.js';
import { type CountMention, findCounts } from './count/count.js';
import { findMalformed, type Malformed } from './count/malformed.js';
import { findRanks, type RankMention } from './count/rank.js';
import { type DateMention, findDates } from './date/date.js';
import { type DocumentMention, findDocuments } from './document/document.js';
import { findHonors, type HonorMention } from './honor/honor.js';
import { findMeetings, type MeetingMention } from './meeting/meeting.js';
import { type AgencyMention, type PlaceMention, scanNames } from './names/scan.js';
import { findDoctrine } from './program/doctrine.js';
import { findPrograms, type ProgramMention } from './program/program.js';
import { Spans } from './spans.js';

/** A mention with what its recogniser read in it; `resolve` makes an entity of it. */
export type RawMention =
  | AgencyMention
  | PlaceMention
  | ProgramMention
  | DocumentMention
  | CountMention
  | DateMention
  | MeetingMention
  | HonorMention
  | RankMention;

/**
 * Finds every mention of a report. Mentions do not overlap: what stands inside another is part of that other, and
 * the kinds come in the order of how surely their marks tell them.
 * @returns mentions in the order of the text.
 */
export function findMentions({ normal, statements }: Reading, scope: PlaceScope): RawMention[] {
  const names = scanNames(normal, scope);
  const spans = new Spans<RawMention>();
  const kinds: RawMention[][] = [
    findDocuments(normal),
    findHonors(normal),
    findMeetings(normal, names),
    findPrograms(normal, (word) => scope.isOwnName(word)),
    names.filter((n) => n.type === 'Agency'),
    findDates(normal),
    names.filter((n) => n.type === 'Place'),
  ];
  for (const mentions of kinds) spans.addAll(mentions);
  const phrases = new Spans<{ start: number; end: number }>();
  phrases.addAll(findDoctrine(normal));
  const free = (start: number, end: number) => spans.isFree(start, end) && phrases.isFree(start, end);
  spans.addAll(findRanks(normal, statements, free));
  spans.addAll(findCounts(normal, statements, free));
  return spans.inOrder();
}

/** The numbers of a report that give no value, outside its mentions. @param mentions as findMentions gives them. */
export function findUnreadable({ normal }: Reading, mentions: readonly RawMention[]): Malformed[] {
  const spans = new Spans<{ start: number; end: number }>();
  spans.addAll(mentions);
  return findMalformed(normal, (start, end) => spans.isFree(start, end));
}
