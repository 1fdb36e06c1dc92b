/** A mark of a gold file. Offsets are UTF-16 code units into the report's text. */
export interface GoldMention {
  id?: string;
  type: string;
  start: number;
  end: number;
  text: string;
  attributes: Record<string, string>;
}

export interface GoldRelation {
  type: string;
  head: string;
  tail: string;
}

export interface GoldReport {
  text: string;
  mentions: GoldMention[];
  relations: GoldRelation[];
}

const MARK = /\[\[([A-Z]+)(?::(\w+))?\|([^\]|]+?)(?:\|([^\]]*))?\]\]/g;

/**
 * Reads a marked report (.ann): `[[TYPE:id|words|key=value;…]]` in the text, relations after `=== relations`.
 */
export function parseMarked(source: string): GoldReport {
  const [body, tail = ''] = source.split(/\n?=== relations\n?/);
  const mentions: GoldMention[] = [];
  let text = '';
  let last = 0;
  for (const mark of body.matchAll(MARK)) {
    const [whole, type, id, words, pairs = ''] = mark;
    text += body.slice(last, mark.index);
    const attributes = Object.fromEntries(
      pairs
        .split(';')
        .filter(Boolean)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
    mentions.push({
      ...(id && { id }),
      type,
      start: text.length,
      end: text.length + words.length,
      text: words,
      attributes,
    });
    text += words;
    last = mark.index + whole.length;
  }
  text += body.slice(last);
  const relations = tail
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((parts) => parts.length === 3)
    .map(([type, head, end]) => ({ type, head, tail: end }));
  return { text, mentions, relations };
}
