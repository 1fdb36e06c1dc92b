/** The kinds that the explorer draws; the rest is what they stand on. */
export const DRAWN_KINDS = ['Agency', 'Place', 'Program', 'Document', 'Meeting', 'Honor', 'Count'] as const;
