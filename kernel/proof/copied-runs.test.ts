import { expect, test } from 'vitest';
import { copyFinder } from './copied-runs.ts';

const lines = [
  'Chợ phiên họp từ sáng sớm, người bán kẻ mua tấp nập; hàng hoá bày',
  'khắp hai bên đường làng. Ai cũng vui.',
];
const { find } = copyFinder([lines], ['Hội những người yêu thích các loài hoa dại mọc ven đường làng xưa']);

test('finds twelve syllables in a row that stand in a document', () => {
  const copied = 'chợ phiên họp từ sáng sớm người bán kẻ mua tấp nập';
  expect(find(`Mở đầu: ${copied} thật.`)).toEqual([{ start: 8, words: copied }]);
});

test('lets eleven pass', () => {
  expect(find('phiên họp từ sáng sớm, người bán kẻ mua tấp nập. Hết')).toEqual([]);
});

test('is not misled by case, accents, punctuation, Unicode form or line breaks', () => {
  const disguised = 'TẤP-NẬP... hang hoá bày\n  khắp "hai" bên đường làng ai cũng vui'.normalize('NFD');
  expect(find(disguised)).toHaveLength(1);
});

test('tells a longer passage once, whole', () => {
  expect(find(lines.join(' ')).map(({ words }) => words)).toEqual([lines.join(' ').replace(/\.$/u, '')]);
});

test('an official name may be told whole, and only it', () => {
  const name = 'Hội những người yêu thích các loài hoa dại mọc ven đường làng xưa';
  const document = [`${name} họp hôm qua ở nhà văn hoá.`];
  const named = copyFinder([document], [name]);
  expect(named.find(`Theo ${name}, mọi việc tốt.`)).toEqual([]);
  expect(named.find(`${name} họp hôm qua`)).toHaveLength(1);
});

test('finds nothing where no document is at hand', () => {
  expect(copyFinder([], []).find(lines.join(' '))).toEqual([]);
});
