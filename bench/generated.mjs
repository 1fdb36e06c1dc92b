// Reports made of real sections: counties and years from a fixed sequence, sections of the shared reports recombined. The
// same number gives the same reports.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gazetteer } from '../dist/places/gazetteer.js';

/** A fixed sequence of numbers (Park and Miller 1988): 0 ≤ n < below. */
function sequence(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** The sections of the shared reports, each of one to six thousand characters. */
function sections(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.txt') && f !== 'README.md')
    .sort()
    .flatMap((f) => readFileSync(join(folder, f), 'utf8').split(/\n(?=[ \u3000]*[一二三四五六七八九十]{1,2}、)/))
    .filter((s) => s.length > 500 && s.length < 6000)
    .map((s) => s.trim().replace(/^[一二三四五六七八九十]{1,2}、/, ''));
}

const NUMBERS = '一二三四五六七八九十';

/**
 * Writes reports into folders of a thousand. @param shared the shared reports. @returns how many bytes.
 */
export function writeReports(out, count, shared) {
  const real = sections(shared);
  const places = gazetteer()
    .upper()
    .filter((d) => d.level === 'county' && gazetteer().named(d.name).length === 1)
    .map((d) => d.name);
  const next = sequence(20231124);
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const folder = join(out, String(Math.floor(i / 1000)).padStart(3, '0'));
    if (i % 1000 === 0) mkdirSync(folder, { recursive: true });
    const place = places[i % places.length];
    const year = 2023 - (Math.floor(i / places.length) % 8);
    const parts = Array.from({ length: 2 + next(3) }, (_, n) => `${NUMBERS[n]}、${real[next(real.length)]}`);
    const text = `${place}人民政府关于${year}年度法治政府建设情况的报告\n${parts.join('\n')}\n${place}人民政府\n${year + 1}年1月31日\n`;
    const data = Buffer.from(text);
    bytes += data.length;
    writeFileSync(join(folder, `${String(i).padStart(6, '0')}.txt`), data);
  }
  return bytes;
}
