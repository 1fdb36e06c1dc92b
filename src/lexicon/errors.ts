/** Something the user gave is not as it must be: one clear line, and the exit code that goes with it. */
export class InputError extends Error {
  override name = 'InputError';
  /**
   * @param exitCode documented in the README: 2 bad command line, 3 bad input, 4 store, 5 output; of a server 6 wrong
   * password, 7 may not write, 8 no space, 9 too old, 10 stopped answering; 11 some reports could not be read.
   */
  constructor(
    message: string,
    readonly exitCode: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 = 3,
  ) {
    super(message);
  }
}
