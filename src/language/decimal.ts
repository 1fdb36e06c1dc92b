/** A number in digits with its exact decimal where a binary double would lose digits of it. */
export interface Decimal {
  value: number;
  /** The decimal digits, only where `value` is not they. */
  exact?: string;
}

/** Doubles hold this many decimal digits whatever they are (IEEE 754 binary64). */
const SAFE_DIGITS = 15;

/** Moves the decimal point to the right: 117.87 by 4 is 1178700. @param digits \d+(\.\d+)? */
function shifted(digits: string, zeros: number): string {
  const [whole, fraction = ''] = digits.split('.');
  const all = whole + fraction.padEnd(zeros, '0');
  const point = whole.length + zeros;
  const integer = all.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = all.slice(point).replace(/0+$/, '');
  return rest ? `${integer}.${rest}` : integer;
}

/**
 * The value of decimal digits times a power of ten, without binary noise.
 * @param digits as written, without separators. @param zeros the power of ten: 4 for 万, 8 for 亿.
 */
export function decimal(digits: string, zeros = 0): Decimal {
  const exact = shifted(digits, zeros);
  const value = Number(exact);
  const significant = exact.replace('.', '').replace(/^0+/, '').length;
  const faithful = Number.isInteger(value) && !exact.includes('.') ? BigInt(value) === BigInt(exact) : false;
  return faithful || significant <= SAFE_DIGITS ? { value } : { value, exact };
}
