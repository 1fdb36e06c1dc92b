import { type Evaluation, evaluateFolder, type Figure } from '../evaluate/total.js';

function row(name: string, { gold, p, r, f1 }: Figure): string {
  return `${name.padEnd(18)} gold ${String(gold).padStart(5)}  P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f1.toFixed(3)}`;
}

/** The table that `evaluate` prints. */
export function evaluationText({
  span,
  agencyNorm,
  countValue,
  countIndicator,
  relation,
  entities,
  relations,
  calibration,
}: Evaluation): string {
  const rows = [
    ...Object.entries(span),
    ['agency norm', agencyNorm],
    ['count value', countValue],
    ['count indicator', countIndicator],
    ...Object.entries(relation),
    ['ENTITIES', entities],
    ['RELATIONS', relations],
  ] as [string, Figure][];
  const sure = calibration.map(
    ({ confidence, found, right }) =>
      `confidence ${confidence.toFixed(2)}    found ${String(found).padStart(4)}  right ${right.toFixed(3)}`,
  );
  return `${[...rows.map(([name, figure]) => row(name, figure)), ...sure].join('\n')}\n`;
}

/** gongwen evaluate: the figures on marked reports and, where asked, each error with its sentence. */
export function evaluate(folder: string, { errors, json }: { errors?: string; json?: boolean }): void {
  const evaluation = evaluateFolder(folder);
  const { errors: found, ...figures } = evaluation;
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : evaluationText(evaluation));
  for (const error of found) {
    if (errors !== 'all' && error.type !== errors) continue;
    const { report, kind, type, text, want, got, sentence } = error;
    const valued = want === undefined ? '' : `  want ${want}  got ${got}`;
    process.stdout.write(`${report}  ${kind} ${type}  ${text}${valued}\n${sentence ? `    ${sentence}\n` : ''}`);
  }
}
