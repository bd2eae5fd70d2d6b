import { foldText } from '../folded-text.ts';
import { provinces } from '../registers/provinces.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { DocumentToProve, SectorToProve } from './sector-to-prove.ts';

interface Located {
  readonly at: string;
  readonly codes: readonly string[];
  readonly places: readonly { readonly line: number; readonly start: number; readonly end: number }[];
}

/**
 * Every province of a record is called by one of its names in the record's statement or in a context of it.
 */
export function checkProvinces(
  { documents }: Pick<SectorToProve, 'documents'>,
  linesOf: LinesOf,
): ProofFault[] {
  return documents.flatMap((from) => {
    const lines = linesOf(from.document.id);
    if (lines === null) return [];
    return locatedRecords(from).flatMap(({ at, codes, places }) => {
      const text = places.map(({ line, start, end }) => lines[line - 1]?.slice(start, end) ?? '').join(' | ');
      return codes
        .filter((code) => !isNamed(code, text))
        .map((code) => ({
          check: 'PROVINCES' as const,
          at,
          fault: `province ${code} is not named in what it cites`,
        }));
    });
  });
}

function locatedRecords({
  observations,
  targets,
  tasks,
  highlights,
  legalDocuments,
}: DocumentToProve): Located[] {
  const one = (code: string | undefined) => (code === undefined ? [] : [code]);
  return [
    ...[...observations, ...targets].map(({ record, at }) => ({ record, at, codes: one(record.province) })),
    ...[...tasks, ...highlights, ...legalDocuments].map(({ record, at }) => ({
      record,
      at,
      codes: record.provinces,
    })),
  ].map(({ record, at, codes }) => ({ at, codes, places: [record.cite, ...record.context] }));
}

function isNamed(code: string, text: string): boolean {
  const { name, aliases } = provinces.get(code);
  const words = ` ${spoken(text)} `;
  return [name.vi, ...aliases].some((spelling) => words.includes(` ${spoken(spelling)} `));
}

function spoken(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
