/**
 * The auditor's closed lists; their meanings stand in docs/auditor.md. Nothing stores one of these words: they are
 * computed from the figures whenever they are asked for.
 */
export const verdicts = ['CONSISTENT', 'ROUNDING', 'INCONSISTENT', 'BASE_MISSING', 'AMBIGUOUS'] as const;
export const slips = [
  'WRONG_BASE',
  'POINTS_AS_PERCENT',
  'DOUBLE_ROUNDING',
  'ROUNDED_TOO_FAR',
  'WRONG_TOTAL',
  'WRONG_SIGN',
] as const;
export const checkKinds = [
  'SHARE',
  'RATIO',
  'SUM',
  'INCREMENT',
  'REPEATED',
  'RESTATEMENT',
  'IMPLIED_BASE',
  'CUMULATIVE',
] as const;

export type Verdict = (typeof verdicts)[number];
export type Slip = (typeof slips)[number];
export type CheckKind = (typeof checkKinds)[number];
