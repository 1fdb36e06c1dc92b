/**
 * Whether an OLE container ([MS-CFB]) can be walked: the reader of Word files follows its chains of sectors, and the
 * tree of its directory, without asking whether they end.
 */

const HEADER = 512;
const ENTRY = 128;
/** Where the header holds what; all are 32-bit numbers but the two shifts. */
const AT = {
  shift: 30,
  shortShift: 32,
  tables: 44,
  directory: 48,
  short: 60,
  shorts: 64,
  more: 68,
  mores: 72,
  first: 76,
};
/** So many sectors of the table are named in the header itself. */
const IN_HEADER = 109;

class Unsound extends Error {}

/** The sector after each one, by its number; a negative one ends a chain. */
type Table = Int32Array;

function chainOf(table: Table, start: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector >= 0; sector = table[sector]) {
    if (sector >= table.length) throw new Unsound('a chain of sectors leads out of the file');
    if (chain.push(sector) > table.length) throw new Unsound('a chain of sectors runs in a circle');
  }
  return chain;
}

/** Walks every chain of a table once. */
function checkChains(table: Table): void {
  const walked = new Int32Array(table.length);
  for (let start = 0; start < table.length; start++)
    for (let sector = start; sector >= 0 && sector < table.length; sector = table[sector]) {
      if (walked[sector] === start + 1) throw new Unsound('a chain of sectors runs in a circle');
      if (walked[sector]) break;
      walked[sector] = start + 1;
    }
}

class Container {
  private readonly size: number;

  constructor(private readonly bytes: Buffer) {
    if (bytes.length < HEADER) throw new Unsound('cut off');
    const shift = bytes.readUInt16LE(AT.shift);
    if ((shift !== 9 && shift !== 12) || bytes.readUInt16LE(AT.shortShift) !== 6)
      throw new Unsound('no sizes of sectors');
    this.size = 1 << shift;
  }

  number(at: number): number {
    return this.bytes.readInt32LE(at);
  }

  /** A number of the header that counts sectors. */
  count(at: number): number {
    const count = this.number(at);
    if (count < 0 || count * this.size > this.bytes.length) throw new Unsound('more sectors than the file has');
    return count;
  }

  /** The numbers of some sectors; what the file was cut off before reads as the ends of chains. */
  numbers(sectors: readonly number[]): Table {
    const perSector = this.size / 4;
    const numbers = new Int32Array(sectors.length * perSector).fill(-2);
    for (const [i, sector] of sectors.entries()) {
      const from = (sector + 1) * this.size;
      for (let n = 0; n < perSector && from + n * 4 + 4 <= this.bytes.length; n++)
        numbers[i * perSector + n] = this.number(from + n * 4);
    }
    return numbers;
  }

  /** The sectors that hold the table of sectors. */
  tableSectors(): number[] {
    const count = this.count(AT.tables);
    const sectors = Array.from({ length: Math.min(count, IN_HEADER) }, (_, i) => this.number(AT.first + i * 4));
    let more = this.number(AT.more);
    for (let i = this.count(AT.mores); i > 0 && more >= 0; i--) {
      const numbers = this.numbers([more]);
      sectors.push(...numbers.subarray(0, -1));
      more = numbers[numbers.length - 1];
    }
    return sectors.slice(0, count).filter((sector) => sector >= 0 && sector * this.size < this.bytes.length);
  }
}

/** Visits each entry of the directory once: a tree has no second way to an entry. */
function checkDirectory(entries: Table): void {
  const links = ENTRY / 4;
  const seen = new Set<number>();
  for (let entry = 0; entry * links < entries.length; entry++)
    // Its left and right neighbours, and the first of what it holds.
    for (const link of [17, 18, 19]) {
      const to = entries[entry * links + link];
      if (to < 0) continue;
      if (to * links >= entries.length) throw new Unsound('its directory leads out of the file');
      // Entries that nothing uses are filled with zeros, and the root is in no tree.
      if (to && seen.has(to)) throw new Unsound('its directory is no tree');
      seen.add(to);
    }
}

/** What is wrong with an OLE container, if anything is. */
export function oleFault(bytes: Buffer): string | undefined {
  try {
    const container = new Container(bytes);
    const table = container.numbers(container.tableSectors());
    checkChains(table);
    const shorts = chainOf(table, container.number(AT.short));
    if (shorts.length !== container.count(AT.shorts)) throw new Unsound('its table of short sectors is cut off');
    checkChains(container.numbers(shorts));
    checkDirectory(container.numbers(chainOf(table, container.number(AT.directory))));
    return undefined;
  } catch (error) {
    if (error instanceof Unsound) return error.message;
    throw error;
  }
}
