import { InvalidArgumentError } from 'commander';
import { NODE_KINDS, type NodeKind } from '../schema/nodes.js';
import type { CypherValue, Row } from '../store/store.js';

/** Reads --param name=value: a number, true, false or null where the value reads as one, else text. */
export function parameter(text: string, before: Row = {}): Row {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write it as name=value, as in --param programme=粤执法');
  const value = text.slice(at + 1);
  return { ...before, [text.slice(0, at)]: scalar(value) };
}

function scalar(value: string): CypherValue {
  if (/^(true|false|null)$/.test(value) || /^-?\d+(\.\d+)?$/.test(value)) return JSON.parse(value);
  return value.replace(/^"(.*)"$/, '$1');
}

/** Reads an option's whole number above zero. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('write a whole number above zero');
  return Number(text);
}

/** Reads --kinds Agency,Program. */
export function nodeKindList(text: string): NodeKind[] {
  return text.split(',').map((name) => {
    const kind = NODE_KINDS.find((k) => k.toLowerCase() === name.trim().toLowerCase());
    if (!kind) throw new InvalidArgumentError(`there is no kind "${name}". There are: ${NODE_KINDS.join(', ')}`);
    return kind;
  });
}

/** Reads a port: 0 to 65535. */
export function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new InvalidArgumentError('write a number from 0 to 65535');
  return Number(text);
}
