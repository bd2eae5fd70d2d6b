import { PassThrough, Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSheet } from '../../../tests/support/check-sheet.ts';
import { formatDecimal, fromDecimal128 } from '../../decimal.ts';
import { readSectorRows } from '../../load/load-sector.ts';
import type { ReportedFigure } from '../../reporting/reported-figure.ts';
import { readSectors } from '../../sectors.ts';
import type { ObservationRow } from '../../store/rows.ts';
import type { NumberFormat } from '../number-format.ts';
import { csvLines } from './csv-lines.ts';
import { exportedFigure, type ExportedFigure } from './exported-figure.ts';
import { jsonPieces } from './json-pieces.ts';
import { writeWorkbook } from './write-workbook.ts';
import type { ExportOptions } from './export-options.ts';

async function workbook(figures: readonly ExportedFigure[], options: ExportOptions): Promise<Buffer> {
  const stream = new PassThrough();
  const [content] = await Promise.all([buffer(stream), writeWorkbook(stream, figures, options)]);
  return content;
}
const csv = (figures: readonly ExportedFigure[], options: ExportOptions) =>
  text(Readable.from(csvLines(figures, options)));

const digits = (stored: ObservationRow['value']) =>
  stored === null ? null : formatDecimal(fromDecimal128(stored));
const reported = (row: ObservationRow) => ({
  indicator: row.indicator,
  period: row.period,
  province: row.province,
  agency: row.agency,
  scope: row.scope?.code ?? null,
  value: digits(row.value),
  lower: digits(row.lower),
  upper: digits(row.upper),
  outOf: digits(row.outOf),
  qualifier: row.qualifier,
  status: row.status,
  note: row.note,
});

describe.each(readSectors().map((sector) => [sector.folder, sector] as const))('%s', (_, sector) => {
  const { rows, catalogue } = readSectorRows(sector);
  const indicators = new Map(rows.indicators.map((indicator) => [indicator._id, indicator]));
  const editions = [...new Set(rows.observations.map(({ edition }) => edition))];
  const exported = (row: ObservationRow) => {
    const indicator = indicators.get(row.indicator);
    if (indicator === undefined) throw new Error(row.indicator);
    return exportedFigure(row, indicator, true);
  };

  test.each(editions)('every figure of %s comes back from each kind of file', async (edition) => {
    const own = rows.observations.filter((row) => row.edition === edition);
    const figures = own.map(exported);
    const numbers: readonly NumberFormat[] = ['vi', 'international'];
    const files = [
      ...(await Promise.all(numbers.map((format) => csv(figures, { sector, edition, numbers: format })))),
      await workbook(figures, { sector, edition, numbers: 'vi' }),
    ];
    for (const file of files) {
      const back = await checkSheet(file, { sector, catalogue, edition: null });
      expect(back.lines).toEqual([]);
      expect(back.figures).toEqual(own.map(reported));
    }
  });

  test('JSON holds all of them, exact', async () => {
    const whole = await text(
      Readable.from(jsonPieces(rows.observations.map(exported), { sector, edition: null, numbers: 'vi' })),
    );
    const { figures } = JSON.parse(whole) as { figures: ExportedFigure[] };
    expect(figures.map(({ value, document, line }) => ({ value, document, line }))).toEqual(
      rows.observations.map(({ value, citation }) => ({
        value: digits(value),
        document: citation?.document,
        line: String(citation?.line),
      })),
    );
  });
});

describe('of figures that are hard to write down', () => {
  const [sector] = readSectors().filter(({ folder }) => folder === 'telecom');
  if (sector === undefined) throw new Error('no telecom');
  const options = { sector, edition: '2022-09', numbers: 'vi' } as const;
  const blank = Object.fromEntries(
    [
      'name',
      'unit',
      'basis',
      'revisionReason',
      'supersededFrom',
      'display',
      'document',
      'line',
      'start',
      'end',
    ].map((key) => [key, null]),
  ) as unknown as ExportedFigure;
  const figure = (value: string, note: string, period: string): ExportedFigure => ({
    ...blank,
    ...{ indicator: 'telecom.revenue', period, province: null, agency: null, scope: null, value },
    ...{ lower: null, upper: null, outOf: null, qualifier: 'EXACT', status: 'REPORTED', note },
    ...{ edition: '2022-09', state: 'PUBLISHED', role: 'MAIN', revision: '0', knownFrom: '2022-09-30' },
    ...{ inferred: null, printed: null, id: 'x' },
  });
  const back = async (file: string | Buffer) => (await checkSheet(file, { edition: null })).figures;
  const shape = ({ value, note }: ReportedFigure) => ({ value, note });

  const number = fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: 0, max: 10 }))
    .map(([whole, places]) => {
      const text = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
      const cut = text.length - places;
      const plain = places === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`.replace(/\.?0+$/u, '');
      return whole < 0n && plain !== '0' ? `-${plain}` : plain;
    });
  const note = fc
    .oneof(
      fc.constantFrom(
        '=1+1',
        '-5',
        '@a',
        '+84',
        "'=x",
        '"=1"',
        'a;b,c',
        'dòng 1\ndòng 2',
        '_x0041_ và _x000D_',
        '#a',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/[^\P{Cc}\n\t]|\p{Cs}|[\ufffe\uffff]/u.test(text));

  test('every number and every note comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(number, note), { minLength: 1, maxLength: 12 }), async (given) => {
        const figures = given.map(([value, words], index) =>
          figure(value, words, `20${String(index + 10).padStart(2, '0')}-09`),
        );
        const wanted = given.map(([value, words]) => ({ value, note: words }));
        expect((await back(await csv(figures, options))).map(shape)).toEqual(wanted);
        expect((await back(await workbook(figures, options))).map(shape)).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });

  test('a note that a spreadsheet would run is escaped, a negative number is not', async () => {
    const content = await csv([figure('-9.6', '=HYPERLINK("http://x")', '2022-09')], options);
    expect(content).toContain(`;"-9,6";`);
    expect(content).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  test('a revision that was replaced is history, and is not imported again', async () => {
    const old = { ...figure('1', 'old', '2022-09'), supersededFrom: '2022-10-01' };
    const content = await csv([old, figure('2', 'new', '2022-09')], options);
    const { figures, outcome } = await checkSheet(content, { edition: null });
    expect(figures.map(shape)).toEqual([{ value: '2', note: 'new' }]);
    expect(outcome).toMatchObject({ counts: { figures: 1, superseded: 1 } });
  });

  test('a figure of another edition is a fault', async () => {
    const content = await csv([{ ...figure('1', 'a', '2022-09'), edition: '2022-08' }], options);
    expect((await checkSheet(content, { edition: null })).lines).toEqual([
      expect.stringContaining('2022-08'),
    ]);
  });
});
