/** Tells on standard error how a long work goes: nothing in the first two seconds, then one line that is written over on a
 * terminal, or a line every ten seconds in a log. */
export class Progress {
  private readonly began = Date.now();
  private last = 0;
  private shown = false;

  constructor(private readonly what: string) {}

  step(done: number, of?: number): void {
    const now = Date.now();
    const { isTTY } = process.stderr;
    if (now - this.began < 2000 || now - this.last < (isTTY ? 100 : 10_000)) return;
    this.last = now;
    this.shown = true;
    const far = of ? `${done}/${of}` : `${done}`;
    process.stderr.write(isTTY ? `\r${this.what} ${far}` : `${this.what} ${far}\n`);
  }

  end(): void {
    if (this.shown && process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
