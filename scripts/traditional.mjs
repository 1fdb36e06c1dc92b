#!/usr/bin/env node
// Makes data/traditional.txt from opencc-js (MIT; the tables are OpenCC's, Apache-2.0): traditional characters of one
// UTF-16 unit, and below each in the same place its simplified form. Run by hand when OpenCC's tables change:
//   node scripts/traditional.mjs
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js';

const simplify = Converter({ from: 't', to: 'cn' });
let [traditional, simplified] = ['', ''];
for (let unit = 0x3400; unit <= 0x9fff; unit++) {
  const character = String.fromCharCode(unit);
  const simple = simplify(character);
  if (simple === character || simple.length !== 1) continue;
  traditional += character;
  simplified += simple;
}
writeFileSync(new URL('../data/traditional.txt', import.meta.url), `${traditional}\n${simplified}\n`);
console.log(`${traditional.length} characters`);
