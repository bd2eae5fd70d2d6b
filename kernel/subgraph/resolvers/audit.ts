import type { AuditedComparison } from '../../auditor/audit-comparison.ts';
import { auditStatedChange } from '../../auditor/audit-stated-change.ts';
import type { Finding } from '../../auditor/checks/check-rule.ts';
import { impliedObservations } from '../../auditor/implied-observations.ts';
import { findingsIn } from '../../auditor/checks-of.ts';
import type { Evidence } from '../../auditor/figures/evidence.ts';
import type { HeldFigure } from '../../auditor/figures/held-figure.ts';
import { levelOf } from '../../auditor/figures/level-of.ts';
import type { ComparisonRow, ObservationRow } from '../../store/rows.ts';
import type { RequestContext } from '../context.ts';
import type { ComparisonSource, ObservationSource } from '../sources.ts';

/**
 * What the auditor computes from about a figure. A figure of the country in an edition that is being answered is looked
 * up together with all of that edition, so that comparisons, checks and derived totals take one command between them.
 */
export async function evidenceFor(row: ObservationRow, { loaders }: RequestContext): Promise<Evidence> {
  const edition = row.province === null ? loaders.openEditions.get(row.edition) : undefined;
  await edition?.askForAll();
  return loaders.evidence.load(row);
}

/** A figure as the graph answers it: with what it was computed from where nobody printed it. */
export function sourceOf(figure: HeldFigure): ObservationSource {
  const { status } = figure.row;
  return status === 'DERIVED' || status === 'IMPLIED' ? { ...figure.row, computed: figure } : figure.row;
}

/** The rows, with each additive total that was spoken of and not printed added up from its printed parts. */
export async function presented(
  rows: readonly ObservationRow[],
  context: RequestContext,
): Promise<ObservationSource[]> {
  const catalogue = await context.loaders.catalogue();
  return Promise.all(
    rows.map(async (row) => {
      const stated = row.value ?? row.lower ?? row.upper;
      if (stated !== null || catalogue.get(row.indicator)?.additive !== true) return row;
      return sourceOf(levelOf(row, await evidenceFor(row, context)));
    }),
  );
}

/** The rows, and for each period of which no value is printed the figure that a stated change of theirs implies. */
export async function withImplied(
  rows: readonly ObservationRow[],
  context: RequestContext,
): Promise<ObservationSource[]> {
  const [evidence] = await Promise.all(rows.map((row) => evidenceFor(row, context)));
  if (evidence === undefined) return [];
  const held = await presented(rows, context);
  const stated = new Set(held.filter(({ value }) => value !== null).map(({ period }) => period));
  const implied = impliedObservations(rows, evidence)
    .map(sourceOf)
    .filter(({ period }) => !stated.has(period));
  const filled = new Set(implied.map(({ period }) => period));
  return [...held.filter(({ period, value }) => value !== null || !filled.has(period)), ...implied];
}

/** Everything that can be checked of these figures. */
export async function findingsOf(
  rows: readonly ObservationRow[],
  context: RequestContext,
): Promise<Finding[]> {
  const findings = await Promise.all(
    rows.map(async (row) => findingsIn(row, await evidenceFor(row, context))),
  );
  return findings.flat();
}

/** Of one request, for its fields ask one by one: rows are read anew for each. */
const audited = new WeakMap<ComparisonRow, Promise<AuditedComparison>>();

export function auditedOf(source: ComparisonSource, context: RequestContext): Promise<AuditedComparison> {
  const known = audited.get(source.comparison);
  if (known !== undefined) return known;
  const fresh = evidenceFor(source.of, context).then((evidence) => auditStatedChange(source, evidence));
  audited.set(source.comparison, fresh);
  return fresh;
}
