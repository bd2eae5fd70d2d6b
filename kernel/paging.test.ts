import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, LARGEST_PAGE, listName, pageSize } from './paging.ts';

const refused = (message: string): unknown =>
  expect.objectContaining({ code: 'INVALID_PAGE', message: expect.stringContaining(message) });

test('a page has 1 to 1000 rows', () => {
  expect(pageSize(1)).toBe(1);
  expect(pageSize(LARGEST_PAGE)).toBe(1000);
  for (const size of [0, -1, 1001])
    expect(() => pageSize(size)).toThrow(refused(`first must be 1 to 1000, but got: ${size}`));
});

test('a cursor gives back the sort value and id that it was made of', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (sortValue, id) => {
      expect(decodeCursor('list', encodeCursor('list', sortValue, id))).toEqual({ sortValue, id });
    }),
  );
});

test('a cursor is one word that can stand in an address', () => {
  expect(encodeCursor(listName(['observations']), '2020-06-30', 'TELECOM:observation:…')).toMatch(
    /^[\w-]+$/u,
  );
});

test('a cursor of another list is refused', () => {
  const cursor = encodeCursor(listName(['observations', { edition: '2020-07' }]), '2020-06-30', 'a');
  const other = listName(['observations', { edition: '2020-Q3' }]);
  expect(() => decodeCursor(other, cursor)).toThrow(refused('same filter and order'));
});

test('lists that differ in filter or order have different names, the same list the same name', () => {
  const name = listName(['Task', { edition: '2020-07' }, 'dueOn', 1]);
  expect(listName(['Task', { edition: '2020-07' }, 'dueOn', 1])).toBe(name);
  expect(listName(['Task', { edition: '2020-07' }, 'dueOn', -1])).not.toBe(name);
  expect(listName(['Task', {}, 'dueOn', 1])).not.toBe(name);
});

test.each([
  ['an empty text', ''],
  ['a word', 'garbage'],
  ['base64 of no JSON', Buffer.from('{').toString('base64url')],
  ['a list of two', Buffer.from('["list","a"]').toString('base64url')],
  ['a list that holds an operator', Buffer.from('["list",{"$gt":""},"a"]').toString('base64url')],
  ['null', Buffer.from('null').toString('base64url')],
])('%s is no cursor', (_, cursor) => {
  expect(() => decodeCursor('list', cursor)).toThrow(refused('after must be an endCursor of the same list'));
});

test('a refused cursor is not repeated in the message', () => {
  expect(() => decodeCursor('list', '<script>'.repeat(1000))).toThrow(/^after .{0,150}$/u);
});
