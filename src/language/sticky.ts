/** What a sticky pattern (flag y) finds right at a place of a text; undefined where it finds nothing there. */
export function stickyAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
