/**
 * tsx bench/import-once.ts <file> <edition> [<MongoDB address>] — one import in a process of its own, whose memory is measured: only
 * checked, or brought into the database of that address. Prints what it took as JSON.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readSectorRows } from '../kernel/load/load-sector.ts';
import { stageImport } from '../kernel/reporting/stage-import.ts';
import { readSector } from '../kernel/sectors.ts';
import { importFile } from '../kernel/sheets/import-file.ts';
import { importLimits } from '../kernel/sheets/import-limits.ts';
import { prepareDatabase } from '../kernel/store/prepare-database.ts';
import { openStore } from '../kernel/store/sector-store.ts';

const [, , path = '', edition = '', uri] = process.argv;
const sector = readSector('telecom');
const store = uri === undefined ? null : await openStore(uri);
if (store !== null) await prepareDatabase(store);
const { catalogue } = readSectorRows(sector);
const idle = process.memoryUsage.rss();
const pauses = monitorEventLoopDelay({ resolution: 5 });
pauses.enable();
const started = performance.now();
const outcome = await importFile({
  path,
  sector,
  catalogue,
  edition,
  numbers: 'international',
  delimiter: null,
  expected: null,
  limits: importLimits,
  target: store && { store, by: 'bench', stage: stageImport },
});
const seconds = (performance.now() - started) / 1000;
await store?.connection.close();
console.log(
  JSON.stringify({
    kind: outcome.kind,
    figures: outcome.kind === 'INVALID' ? outcome.faults.slice(0, 3) : outcome.counts.figures,
    seconds,
    // How long other requests to the process would have waited, in milliseconds: the longest, and of a hundred the second longest.
    pauseMs: Math.round(pauses.max / 1e6),
    pause99Ms: Math.round(pauses.percentile(99) / 1e6),
    idleMib: Math.round(idle / 2 ** 20),
    // In KiB (getrusage).
    peakMib: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
