import type { ReportedFigure } from '../reporting/reported-figure.ts';
import { beyondLimit, type ImportLimits } from './import-limits.ts';

/** How many different ones of each there may be: together they fit the 53 bits of a whole number. */
const room = {
  indicator: 2 ** 12,
  period: 2 ** 14,
  province: 2 ** 7,
  agency: 2 ** 9,
  scope: 2 ** 9,
  kind: 2,
} as const;

/**
 * Finds the row that has said the same figure before: indicator, period, province, agency, scope, actual or forecast
 * (docs/decisions/0002). Each gets a small number, and the numbers together one key, in a table of plain numbers: a
 * million rows take 25 MB, where a set of texts would take 150.
 */
export class FigureKeys {
  readonly #numbers = new Map<string, Map<string | null, number>>();
  readonly #limits: ImportLimits;
  #keys = new Float64Array(1024).fill(-1);
  #rows = new Uint32Array(1024);
  #size = 0;

  constructor(limits: ImportLimits) {
    this.#limits = limits;
  }

  /** The row that holds the figure already, or null: then it is `row` from now on. */
  add(figure: ReportedFigure, row: number): number | null {
    const key = this.#keyOf(figure);
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    const at = slotOf(this.#keys, key);
    if (this.#keys[at] === key) return this.#rows[at] ?? null;
    this.#keys[at] = key;
    this.#rows[at] = row;
    this.#size += 1;
    return null;
  }

  #keyOf({ indicator, period, province, agency, scope, status }: ReportedFigure): number {
    const parts = { indicator, period, province, agency, scope, kind: status === 'FORECAST' ? 'F' : null };
    let key = 0;
    for (const [name, text] of Object.entries(parts) as [keyof typeof room, string | null][])
      key = key * room[name] + this.#numberOf(name, text);
    return key;
  }

  #numberOf(name: keyof typeof room, text: string | null): number {
    const numbers = this.#numbers.get(name) ?? new Map<string | null, number>();
    this.#numbers.set(name, numbers);
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      // More different periods than there are days in 44 years: no file of figures.
      if (number >= room[name]) throw beyondLimit('rows', this.#limits);
      numbers.set(text, number);
    }
    return number;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2).fill(-1);
    const rows = new Uint32Array(keys.length);
    this.#keys.forEach((key, from) => {
      if (key < 0) return;
      const at = slotOf(keys, key);
      keys[at] = key;
      rows[at] = this.#rows[from] ?? 0;
    });
    this.#keys = keys;
    this.#rows = rows;
  }
}

/** Where the key stands, or the empty place for it. The table's length is a power of two, and never full. */
function slotOf(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  let at = (Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4_294_967_296) | 0, 0x85ebca6b)) >>> 0;
  at = (at ^ (at >>> 15)) & mask;
  while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & mask;
  return at;
}
