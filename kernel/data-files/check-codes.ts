import { agencies } from '../registers/agencies.ts';
import { findDocument, type DocumentEntry } from '../registers/documents.ts';
import { provinces } from '../registers/provinces.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { TaskRecord } from './formats.ts';
import type { Faults } from './read-yaml.ts';
import type { Catalogue, SectorData } from './read-sector-data.ts';

/**
 * Holds every code that a team's data names against the catalogue and the registers, and every period against the
 * calendar. What it finds goes to `faults`.
 */
export function checkCodes(data: SectorData, faults: Faults): void {
  checkCatalogue(data, faults);
  const { catalogue } = data;
  const need = codeChecks(catalogue, faults);
  for (const { document, observations, targets, tasks, highlights } of data.documents) {
    for (const { record, at } of observations) {
      need.indicator(at, record.indicator);
      need.period(at, record.period);
      need.place(at, record);
      for (const { period } of record.comparisons) if (period !== undefined) need.period(at, period);
    }
    for (const { record, at } of targets) {
      need.indicator(at, record.indicator);
      need.place(at, record);
      need.agencies(at, record.leadUnits);
    }
    for (const { record, at } of tasks) {
      need.indicators(at, record.indicators);
      need.agencies(at, [...record.leadUnits, ...record.coordinatingUnits]);
      need.provinces(at, record.provinces);
      if ((record.addressedTo === 'SOME_PROVINCES') !== record.provinces.length > 0)
        faults.add(at, 'provinces must be named where addressedTo is SOME_PROVINCES, and only there');
      checkProgress(record, document, (fault) => faults.add(at, fault));
    }
    for (const { record, at } of highlights) {
      need.indicators(at, record.indicators);
      need.provinces(at, record.provinces);
      need.agencies(at, record.agencies);
    }
  }
}

/** Holds a task's status, days and notes against each other: what a day's outcome is computed from. */
function checkProgress(
  { status, completedOn, assignedOn, progress }: TaskRecord,
  { heldOn }: DocumentEntry,
  fault: (text: string) => void,
): void {
  if ((status === 'DONE') !== (completedOn !== undefined))
    fault('completedOn must stand where the status is DONE, and only there');
  for (const note of progress)
    if (findDocument(note.document) === undefined) fault(`progress: no document ${note.document}`);
  const last = [...progress].sort((a, b) => a.on.localeCompare(b.on)).at(-1);
  if (status === 'CANCELLED' && last === undefined)
    fault('a CANCELLED task must have a progress note of the day it was called off');
  if (last !== undefined && status !== 'OPEN' && status !== last.status)
    fault(`the status is ${status}, but the latest progress note says ${last.status}`);
  const assigned = assignedOn ?? heldOn;
  for (const day of [...progress.map(({ on }) => on), ...(completedOn === undefined ? [] : [completedOn])])
    if (day < assigned) fault(`${day} lies before the assignment on ${assigned}`);
}

function checkCatalogue({ catalogue, sector }: SectorData, faults: Faults): void {
  const need = codeChecks(catalogue, faults);
  const at = `subgraphs/${sector.folder}/data/indicators.yml`;
  for (const indicator of catalogue.indicators.values()) {
    const here = `${at} (${indicator.code})`;
    if (!indicator.code.startsWith(`${sector.folder}.`))
      faults.add(here, `an indicator's code must begin with "${sector.folder}."`);
    if (!catalogue.units.has(indicator.unit)) faults.add(here, `there is no unit ${indicator.unit}`);
    if (indicator.leadUnit !== undefined) need.agencies(here, [indicator.leadUnit]);
    need.indicators(here, [...indicator.numerators, ...indicator.denominators]);
    if (indicator.parent !== undefined) need.indicator(here, indicator.parent);
    if (isOwnAncestor(indicator.code, catalogue)) faults.add(here, 'it is a part of itself');
  }
}

function isOwnAncestor(code: string, { indicators }: Catalogue): boolean {
  const seen = new Set<string>();
  for (let at = indicators.get(code)?.parent; at !== undefined; at = indicators.get(at)?.parent) {
    if (at === code) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

function codeChecks(catalogue: Catalogue, faults: Faults) {
  const indicator = (at: string, code: string) => {
    if (!catalogue.indicators.has(code)) faults.add(at, `there is no indicator ${code} in the catalogue`);
  };
  const province = (at: string, code: string) => {
    if (!provinces.all.some((entry) => entry.code === code)) faults.add(at, `there is no province ${code}`);
  };
  const agency = (at: string, code: string) => {
    if (!agencies.all.some((entry) => entry.code === code)) faults.add(at, `there is no agency ${code}`);
  };
  return {
    indicator,
    indicators: (at: string, codes: readonly string[]) => codes.forEach((code) => indicator(at, code)),
    provinces: (at: string, codes: readonly string[]) => codes.forEach((code) => province(at, code)),
    agencies: (at: string, codes: readonly string[]) => codes.forEach((code) => agency(at, code)),
    place: (at: string, { province: code, agency: unit, scope }: Place) => {
      if (code !== undefined) province(at, code);
      if (unit !== undefined) agency(at, unit);
      if (scope !== undefined && !catalogue.scopes.has(scope)) faults.add(at, `there is no scope ${scope}`);
    },
    period: (at: string, text: string) => {
      try {
        if (parseTimePeriod(text).id !== text)
          faults.add(at, `period ${text} must be written ${parseTimePeriod(text).id}`);
      } catch (error) {
        faults.add(at, (error as Error).message);
      }
    },
  };
}

interface Place {
  readonly province?: string | undefined;
  readonly agency?: string | undefined;
  readonly scope?: string | undefined;
}
