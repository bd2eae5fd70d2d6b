import { describe, expect, test } from 'vitest';
import { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import type { ChangeDirection, ChangeUnit, UnitKind } from '../../vocabulary.ts';
import { impliedBase } from './implied-base.ts';

function quantity(value: string, reach: string) {
  const [middle, half] = [new Decimal(value), new Decimal(reach)];
  const interval: Interval = {
    lower: middle.minus(half),
    upper: middle.plus(half),
    lowerIncluded: true,
    upperIncluded: true,
  };
  return { value: middle, interval };
}
const implied = (
  unit: ChangeUnit,
  direction: ChangeDirection,
  figure: [string, string],
  change: [string, string],
  kind: UnitKind,
) => impliedBase(unit, direction, quantity(...figure), quantity(...change), kind);

describe('a change undone', () => {
  test.each([
    ['PERCENT', 'DOWN', ['75', '0'], ['-25', '0'], '100'],
    ['PERCENT', 'UP', ['150', '0'], ['50', '0'], '100'],
    ['PERCENTAGE_POINT', 'DOWN', ['3.2', '0'], ['-0.2', '0'], '3.4'],
    ['ABSOLUTE', 'UP', ['157', '0'], ['85', '0'], '72'],
    ['MULTIPLE', 'UP', ['76', '0'], ['2', '0'], '38'],
    ['MULTIPLE', 'DOWN', ['40', '0'], ['2', '0'], '80'],
  ] as const)('%s %s', (unit, direction, figure, change, base) => {
    const { value, interval } = implied(unit, direction, [...figure], [...change], 'PERCENT');
    expect(value?.toFixed()).toBe(base);
    expect(interval).toMatchObject({ lower: new Decimal(base), upper: new Decimal(base) });
  });

  test('takes the ends that reach farthest', () => {
    const { interval } = implied('PERCENT', 'UP', ['99', '33'], ['10', '10'], 'CURRENCY');
    expect([interval?.lower?.toFixed(), interval?.upper?.toFixed()]).toEqual(['55', '132']);
  });
});

describe('what the unit does not allow', () => {
  test('is cut off', () => {
    const { interval } = implied('PERCENTAGE_POINT', 'DOWN', ['95', '0.5'], ['-5', '0.5'], 'SHARE');
    expect([interval?.lower?.toFixed(), interval?.upper?.toFixed()]).toEqual(['99', '100']);
  });

  test.each([
    ['a share below nought', 'PERCENTAGE_POINT', 'UP', '29.81', '56', 'SHARE'],
    ['a share above the whole', 'PERCENT', 'DOWN', '95', '-10', 'SHARE'],
    ['a count below nought', 'ABSOLUTE', 'UP', '85', '157', 'COUNT'],
    ['a fall by more than all', 'PERCENT', 'DOWN', '50', '-120', 'COUNT'],
  ] as const)('leaves no base: %s', (_, unit, direction, figure, change, kind) => {
    expect(implied(unit, direction, [figure, '0.05'], [change, '0.5'], kind)).toEqual({
      value: null,
      interval: null,
    });
  });

  test('leaves a base where the change is of a percentage that may pass 100', () => {
    expect(implied('PERCENT', 'DOWN', ['95', '0.5'], ['-10', '0.5'], 'PERCENT').interval).not.toBeNull();
  });
});
