const STEPS = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
] as const;

/** A value as a Chinese reader writes it: 3.8万亿元, 1206万人, 5370件, 95.5%. Up to six digits behind the point. */
export function readable(value: number, unit: string): string {
  const [size, name] = STEPS.find(([s]) => Math.abs(value) >= s) ?? [1, ''];
  return `${Number((value / size).toFixed(6))}${name}${unit}`;
}
