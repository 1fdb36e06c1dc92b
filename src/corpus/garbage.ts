import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let gc: (() => void) | undefined;

/**
 * Collects all garbage of this thread. Left to itself the engine lets a heap grow to several hundred megabytes before it
 * looks through the old generation: where much passes through and little stays, it is told when.
 */
export function collect(): void {
  if (!gc) {
    setFlagsFromString('--expose-gc');
    gc = runInNewContext('gc') as () => void;
  }
  gc();
}
