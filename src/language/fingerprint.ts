import { createHash } from 'node:crypto';
import { ruleForm } from './traditional.js';

/** What tells whether two texts are the same report. */
export interface Fingerprint {
  /** A hash of the Chinese characters, letters and digits: two sites break and space the same report differently. */
  exact: string;
  /** SimHash of its clauses, 64 bits as 16 hexadecimal digits (Charikar 2002): near texts differ in few bits. */
  near: string;
}

/** Two texts are near when their SimHashes differ in at most this many bits of 64 (Manku, Jain, Das Sarma 2007). */
const NEAR = 3;

/** FNV-1a over UTF-16 units, twice with two offsets: 64 bits. */
function hashOf(text: string): [number, number] {
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x01000193) ^ (b >>> 15);
  }
  // FNV leaves its low bits alike for short words; this spreads them.
  const mixed = (n: number) => Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  return [mixed(a), mixed(b)];
}

function simHash(clauses: readonly string[]): string {
  const weights = new Int32Array(64);
  for (const clause of clauses) {
    const halves = hashOf(clause);
    for (let bit = 0; bit < 64; bit++)
      weights[bit] += (halves[bit >> 5] >>> (bit & 31)) & 1 ? clause.length : -clause.length;
  }
  let hex = '';
  for (let digit = 0; digit < 16; digit++) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) if (weights[digit * 4 + bit] > 0) value |= 1 << bit;
    hex += value.toString(16);
  }
  return hex;
}

/** The fingerprint of a report's text; traditional and simplified forms of it have the same. */
export function fingerprint(text: string): Fingerprint {
  const clauses = ruleForm(text)
    .split(/[^\u3400-\u9fffA-Za-z0-9%.]+/)
    .filter(Boolean);
  return { exact: createHash('sha256').update(clauses.join('')).digest('hex'), near: simHash(clauses) };
}

const bits = (n: number) => {
  let count = 0;
  for (let rest = n; rest; rest &= rest - 1) count++;
  return count;
};

/** Whether two SimHashes are those of nearly the same text. */
export function isNear(a: string, b: string): boolean {
  let distance = 0;
  for (let i = 0; i < 16 && distance <= NEAR; i++)
    distance += bits(Number.parseInt(a[i], 16) ^ Number.parseInt(b[i], 16));
  return distance <= NEAR;
}

/** Whether two texts are the same but for spaces and breaks, or nearly the same. */
export const isSameText = (a: Fingerprint, b: Fingerprint): boolean => a.exact === b.exact || isNear(a.near, b.near);

/** Pieces of a SimHash: of two that differ in at most three bits one piece in four is equal. */
export const bands = (near: string): string[] => [0, 4, 8, 12].map((i) => `${i}:${near.slice(i, i + 4)}`);
