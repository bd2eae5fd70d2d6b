import { citedPlaces, type CitedPlace } from './cited-places.ts';
import type { ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/**
 * A printed figure is one sector's: two observations of different sectors that cite the same figure would
 * be counted twice by whoever sums over sectors. Targets are let be: "100% … nền tảng chia sẻ dữ liệu, … an
 * ninh mạng" aims at both with one number. Within a sector one figure may stand for several (of two
 * ministries that both reached 100%).
 */
export function checkDoubles(sectors: readonly Pick<SectorToProve, 'sector' | 'documents'>[]): ProofFault[] {
  const seen = new Map<string, { readonly sector: string; readonly place: CitedPlace }>();
  return sectors.flatMap(({ sector, documents }) =>
    observedFigures({ documents }).flatMap((place) => {
      const key = `${place.document}:${place.line}:${place.start}:${place.end}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, { sector: sector.code, place });
      if (other === undefined || other.sector === sector.code) return [];
      const fault = `"${place.printed}" of line ${place.line} is an observation of ${other.sector} too: ${other.place.at}`;
      return [{ check: 'DOUBLES' as const, at: place.at, fault }];
    }),
  );
}

function observedFigures(data: Pick<SectorToProve, 'documents'>): CitedPlace[] {
  return citedPlaces(data).filter(({ kind, record }) => kind === 'FIGURE' && record === 'observation');
}
