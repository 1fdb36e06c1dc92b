import type { DocumentMention } from '../extract/document/document.js';
import type { Entity } from '../schema/extraction.js';

const DEFINES = /(?:以下简称|下称|简称)[:“”"]?$/;

/** The short titles that a report gives its documents: 《政府信息公开条例》(以下简称《条例》) makes 《条例》 that one. */
export class ShortTitles {
  private readonly known = new Map<string, Entity>();
  private last: Entity | undefined;

  constructor(private readonly normal: string) {}

  /** The document that a mention means: one that a short title stands for, else the one that `own` makes of it. */
  resolve({ start, end, numbered }: DocumentMention, own: () => Entity): Entity {
    if (numbered) return own();
    const title = this.normal.slice(start, end);
    if (this.last && DEFINES.test(this.normal.slice(Math.max(0, start - 6), start))) this.known.set(title, this.last);
    const entity = this.known.get(title) ?? own();
    this.last = entity;
    return entity;
  }
}
