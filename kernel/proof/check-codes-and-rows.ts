import { checkCodes } from '../data-files/check-codes.ts';
import { Faults } from '../data-files/read-yaml.ts';
import { rowsFromData, type SectorRows } from '../load/rows-from-data.ts';
import { agencies } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/**
 * Every indicator, unit, scope, agency, province and period exists, and the rows that would be loaded have
 * no doubles: what the loader refuses too. Gives the rows, or null where there are faults; other checks
 * presuppose what this one asks.
 */
export function checkCodesAndRows(data: SectorToProve, faults: Faults): SectorRows | null {
  const own = new Faults();
  checkCodes(data, own);
  for (const { legalDocuments } of data.documents)
    for (const { record, at } of legalDocuments) {
      if (record.issuer !== undefined && !agencies.all.some(({ code }) => code === record.issuer))
        own.add(at, `there is no agency ${record.issuer}`);
      for (const code of record.provinces)
        if (!provinces.all.some((province) => province.code === code))
          own.add(at, `there is no province ${code}`);
    }
  const rows = own.list.length === 0 ? rowsFromData(data, own) : null;
  faults.list.push(...own.list);
  return own.list.length === 0 ? rows : null;
}
