/** 45 s, 3 min, 2 h 5 min. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 90) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

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
    const rate = done / ((now - this.began) / 1000);
    const left = of ? `/${of}, ${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${duration((of - done) / rate)} left` : '';
    const far = `${done}${left}`;
    process.stderr.write(isTTY ? `\r${this.what} ${far}\x1b[K` : `${this.what} ${far}\n`);
  }

  end(): void {
    if (this.shown && process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
