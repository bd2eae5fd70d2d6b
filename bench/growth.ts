import mongoose, { type Connection } from 'mongoose';
import { seriesKey, vintageKey } from '../kernel/load/observation-keys.ts';
import { databaseUri } from '../kernel/mongodb/database-uri.ts';
import { provinces } from '../kernel/registers/provinces.ts';
import type { Sector } from '../kernel/sectors.ts';
import type { ObservationRow } from '../kernel/store/rows.ts';
import { nextPeriod } from '../kernel/time-period/sequence.ts';
import { parseTimePeriod } from '../kernel/time-period/parse.ts';
import { askWhole } from './ask-whole.ts';
import { briefingQueries } from './briefing-queries.ts';
import { timePairs } from './median.ts';

const SIZES = [10_000, 1_000_000] as const;
const BATCH = 10_000;
const RUNS = 40;

/**
 * Fills one sector's observations with generated figures of provinces and months, marked synthetic by their id and indicator, and
 * prints how the time of the whole briefing, with every change judged and every check made, grows from ten thousand of them to a million. The
 * two sizes are minutes apart, and a machine is seldom alone: so each asking is timed beside one of the sectors that did not grow, and
 * the growth is that of the ratio.
 */
export async function growthRatio(
  mongodbUri: string,
  sectors: readonly Sector[],
  origin: string,
  period: string,
): Promise<void> {
  const [sector, ...others] = sectors;
  if (sector === undefined) return;
  const whole = briefingQueries(sectors, period).audited;
  const yardstick = briefingQueries(others, period).audited;
  const connection = await mongoose.createConnection(databaseUri(mongodbUri, sector.database)).asPromise();
  const rows = syntheticRows();
  const ratios: number[] = [];
  let stored = 0;
  for (const size of SIZES) {
    const began = performance.now();
    stored += await insert(connection, rows, size - stored);
    console.log(
      `${stored} synthetic observations in ${sector.folder} (${((performance.now() - began) / 1000).toFixed(0)} s)`,
    );
    await askWhole(origin, whole);
    const { a, b, ratio } = await timePairs(
      () => askWhole(origin, whole),
      () => askWhole(origin, yardstick),
      RUNS,
    );
    ratios.push(ratio);
    console.log(
      `  the whole briefing, audited: ${a.toFixed(1)} ms, ${b.toFixed(1)} ms without ${sector.folder}, ratio ${ratio.toFixed(2)}`,
    );
  }
  console.log(`  growth from the one size to the other: ${((ratios[1] ?? 0) / (ratios[0] ?? 1)).toFixed(2)}`);
  await connection.close();
}

async function insert(
  connection: Connection,
  rows: Iterator<ObservationRow>,
  count: number,
): Promise<number> {
  const collection = connection.collection<ObservationRow>('observations');
  for (let done = 0; done < count; done += BATCH) {
    const batch: ObservationRow[] = [];
    while (batch.length < Math.min(BATCH, count - done)) {
      const next = rows.next();
      if (next.done) break;
      batch.push(next.value);
    }
    await collection.insertMany(batch, { ordered: false, writeConcern: { w: 1 } });
  }
  return count;
}

/** Province × month × indicator, for as long as anybody asks. */
function* syntheticRows(): Generator<ObservationRow> {
  for (let indicator = 1; ; indicator += 1)
    for (
      let period = parseTimePeriod('2000-01'), month = 0;
      month < 300;
      month += 1, period = nextPeriod(period)
    )
      for (const { code } of provinces.all) {
        const name = `synthetic.indicator-${indicator}`;
        const series = seriesKey({
          indicator: name,
          basis: 'FLOW',
          province: code,
          agency: null,
          scope: null,
          forecast: false,
        });
        const key = vintageKey(series, period.id);
        yield {
          _id: `SYNTHETIC:observation:${key}`,
          digest: 'synthetic',
          seriesKey: series,
          vintageKey: key,
          indicator: name,
          basis: 'FLOW',
          period: period.id,
          periodStart: period.start,
          periodEnd: period.end,
          inferred: null,
          province: code,
          agency: null,
          scope: null,
          forecast: false,
          value: mongoose.Types.Decimal128.fromString(String(indicator * 1000 + month)),
          lower: null,
          upper: null,
          qualifier: 'EXACT',
          resolution: mongoose.Types.Decimal128.fromString('1'),
          multiplied: false,
          outOf: null,
          status: 'REPORTED',
          role: 'MAIN',
          comparisons: [],
          edition: '2020-07',
          document: null,
          revision: 0,
          revised: null,
          knownFrom: '2020-08-04',
          supersededFrom: null,
          ordinal: 1,
          citation: null,
          note: null,
          replacedBy: [],
          origin: 'TEAM',
          batch: null,
        };
      }
}
