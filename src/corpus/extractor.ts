import { addLexicons } from '../lexicon/load.js';
import { extract } from '../pipeline.js';
import { Corrector, readCorrections } from '../resolve/corrections.js';
import type { Extraction } from '../schema/extraction.js';

/** What a user adds to the project's own rules. */
export interface ReadOptions {
  lexicon?: string;
  corrections?: string;
}

/** Extracts texts under a user's own lexicons and corrections. */
export class Extractor {
  private readonly corrector?: Corrector;

  /** @throws InputError for lexicons or corrections that do not read. */
  constructor({ lexicon, corrections }: ReadOptions) {
    if (lexicon) addLexicons(lexicon);
    if (corrections) this.corrector = new Corrector(readCorrections(corrections));
  }

  /** @throws InputError for an empty or binary text. */
  extract(text: string, source: string): Extraction {
    const plain = extract(text, { source });
    return this.corrector?.apply(plain) ?? plain;
  }

  /** The corrections that have met no use so far: the reports, or the rules, have changed under them. */
  stale(): string[] {
    return this.corrector?.stale() ?? [];
  }
}
