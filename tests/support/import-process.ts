/**
 * For tests and the bench: imports made-up figures as a process of its own, so that it can be killed. Arguments: the sector's
 * database, how many figures. Says "read N" as it goes on, and its report at the end.
 */
import { readSectorRows } from '../../kernel/load/load-sector.ts';
import { provinces } from '../../kernel/registers/provinces.ts';
import type { ReportedFigure } from '../../kernel/reporting/reported-figure.ts';
import { stageImport } from '../../kernel/reporting/stage-import.ts';
import { readSector } from '../../kernel/sectors.ts';
import { openStore } from '../../kernel/store/sector-store.ts';

const [, , uri = '', count = '0'] = process.argv;
const sector = readSector('telecom');
const { catalogue } = readSectorRows(sector);
const codes = [...catalogue.indicators.keys()];

/** Province × month × indicator; synthetic. */
async function* figures(): AsyncGenerator<ReportedFigure> {
  for (let index = 0; index < Number(count); index += 1) {
    const [province, month] = [index % 63, Math.floor(index / 63) % 300];
    yield {
      indicator: codes[Math.floor(index / 63 / 300) % codes.length] ?? '',
      period: `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
      province: provinces.all[province]?.code ?? null,
      agency: null,
      scope: null,
      value: String(index),
      lower: null,
      upper: null,
      outOf: null,
      qualifier: 'EXACT',
      status: 'REPORTED',
      note: 'synthetic',
    };
  }
}

const store = await openStore(uri);
const report = await stageImport({
  store,
  sector,
  catalogue,
  edition: '2022-09',
  by: 'synthetic',
  figures: figures(),
  fileDigest: `synthetic-${count}`,
  onProgress: (rows) => process.send?.({ rows }),
});
process.send?.({ report });
await store.connection.close();
process.disconnect();
