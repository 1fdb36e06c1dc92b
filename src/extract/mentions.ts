import type { PlaceScope } from '../places/chains.js';
import type { Reading } from '../read/reading.js';
import { type CountMention, findCounts } from './count/count.js';
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
  | HonorMention;

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
  spans.addAll(findCounts(normal, statements, free));
  return spans.inOrder();
}
