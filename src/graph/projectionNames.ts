/** The simpler graphs that analysis reads: all facts, agencies by joint work, who runs what, which county counts what. */
export const PROJECTIONS = ['facts', 'agencies', 'agency-programme', 'county-indicator'] as const;
export type ProjectionName = (typeof PROJECTIONS)[number];
