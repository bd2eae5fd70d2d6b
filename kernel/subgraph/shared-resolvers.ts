import { agencies, type AgencyEntry } from '../registers/agencies.ts';
import { documents, findDocument, type DocumentEntry } from '../registers/documents.ts';
import { provinces, type ProvinceEntry } from '../registers/provinces.ts';
import type { Sector } from '../sectors.ts';
import { periodLabel } from '../time-period/label.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { TimePeriod } from '../time-period/time-period.ts';
import type { Bilingual, Language } from '../vocabulary.ts';
import { scalars } from './scalars.ts';

/** A briefing is its period alone: what is said in it, each sector looks up for itself. */
export interface BriefingSource {
  readonly period: string;
}
/** A sector's root is its code alone. */
export interface SectorSource {
  readonly __typename: string;
  readonly code: string;
}
interface InLanguage {
  readonly language: Language;
}

/** The text in the language that is asked for. */
export function inLanguage(text: Bilingual, { language }: InLanguage): string {
  return language === 'EN' ? text.en : text.vi;
}

export function briefingOf(edition: string): BriefingSource {
  return { period: edition };
}

export function sectorSource({ typePrefix, code }: Sector): SectorSource {
  return { __typename: `${typePrefix}Sector`, code };
}

/**
 * The resolvers that need the kernel's registers and nothing else: codes, names, periods, lists. Every subgraph answers
 * them alike, and so does the gateway's stand-in for a subgraph that is down: what crosses sectors never fails with one.
 */
export function sharedResolvers(sector: Sector, sectors: readonly Sector[]) {
  return {
    ...scalars,
    Query: {
      briefing: (_: unknown, { period }: { period: string }) => briefingOf(parseTimePeriod(period).id),
      province: (_: unknown, { code }: { code: string }) => provinces.find(code) ?? null,
      agency: (_: unknown, { code }: { code: string }) => agencies.find(code) ?? null,
      ...(sector.kind === 'OFFICE' ? officeLists(sectors) : {}),
    },
    Briefing: {
      __resolveReference: ({ period }: BriefingSource) => briefingOf(parseTimePeriod(period).id),
      reportingPeriod: ({ period }: BriefingSource) => parseTimePeriod(period),
    },
    Period: {
      label: (period: TimePeriod, { language }: InLanguage) => periodLabel(period, language),
    },
    Province: {
      __resolveReference: ({ code }: { code: string }) => provinces.find(code) ?? null,
      name: ({ name }: ProvinceEntry, args: InLanguage) => inLanguage(name, args),
    },
    Agency: {
      __resolveReference: ({ code }: { code: string }) => agencies.find(code) ?? null,
      name: ({ name }: AgencyEntry, args: InLanguage) => inLanguage(name, args),
      province: ({ province }: AgencyEntry) => (province === undefined ? null : provinces.get(province)),
      parent: ({ parent }: AgencyEntry) => (parent === undefined ? null : agencies.get(parent)),
      successor: ({ successor }: AgencyEntry) => (successor === undefined ? null : agencies.get(successor)),
    },
    Document: {
      __resolveReference: ({ id }: { id: string }) => findDocument(id) ?? null,
      title: ({ title }: DocumentEntry, args: InLanguage) => inLanguage(title, args),
      briefing: ({ edition }: DocumentEntry) => briefingOf(edition),
    },
    Sector: { __resolveType: ({ __typename }: SectorSource) => __typename },
    ...sectorNames(sector, sector.kind === 'OFFICE' ? sectors : [sector]),
  };
}

function officeLists(sectors: readonly Sector[]) {
  return {
    provinces: () => provinces.all,
    agencies: () => agencies.all,
    document: (_: unknown, { id }: { id: string }) => findDocument(id) ?? null,
    documents: () => documents,
    sectors: () => sectors.map(sectorSource),
  };
}

/** The Office answers the names of all, for its list of sectors; each other only its own. */
function sectorNames(own: Sector, named: readonly Sector[]) {
  return Object.fromEntries(
    named.map((sector) => [
      `${sector.typePrefix}Sector`,
      {
        name: (_: unknown, args: InLanguage) => inLanguage(sector.name, args),
        ...(sector.code === own.code
          ? {
              __resolveReference: ({ code }: SectorSource) =>
                code === sector.code ? sectorSource(sector) : null,
            }
          : {}),
      },
    ]),
  );
}
