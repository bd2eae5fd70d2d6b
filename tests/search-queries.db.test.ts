import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documents } from '../kernel/registers/documents.ts';
import { countByCollection } from './support/mongodb-commands.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

let office: TestSubgraph;
let it: TestSubgraph;
let telecom: TestSubgraph;
beforeAll(async () => {
  [office, it, telecom] = (await Promise.all(
    ['office', 'it-application', 'telecom'].map((folder) => openTestSubgraph(folder)),
  )) as [TestSubgraph, TestSubgraph, TestSubgraph];
});
afterAll(() => Promise.all([office, it, telecom].map((subgraph) => subgraph.close())));

interface Hit {
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  readonly exact: boolean;
  readonly node: { readonly __typename: string; readonly id?: string; readonly code?: string };
  readonly citation: { readonly document: { readonly id: string }; readonly line: number } | null;
}
async function search(of: TestSubgraph, text: string, first = 100): Promise<readonly Hit[]> {
  const { field } = of.module.sector;
  const data = await of.data<Record<string, { search: readonly Hit[] }>>(
    `query ($text: String!, $first: Int!) { ${field} { search(text: $text, first: $first) {
       text matches { start end } exact citation { document { id } line }
       node { __typename ... on Indicator { code } ... on Observation { id } ... on Task { id } ... on Highlight { id }
              ... on Target { id } ... on Document { id } } } } }`,
    { text, first },
  );
  return data[field]?.search ?? [];
}
/** What is marked in a hit's text. */
const marked = ({ text, matches }: Hit) => matches.map(({ start, end }) => text.slice(start, end));

describe('a search through the graph', () => {
  test('finds a document by its title, without accents, and by its briefing', async () => {
    const title = 'thong cao bao chi so ket 6 thang dau nam 2020';
    const [found] = (await search(office, title)).filter(({ node }) => node.__typename === 'Document');
    expect(found).toMatchObject({
      node: { id: '2020-07-06-press-release-h1-2020' },
      exact: false,
      citation: null,
    });
    expect(found && marked(found).join(' ')).toBe('Thông cáo báo chí sơ kết 6 tháng đầu năm 2020');
    const [first] = await search(office, 'Tin giao ban quản lý nhà nước tháng 8/2022', 1);
    expect(first).toMatchObject({
      exact: true,
      node: { __typename: 'Document', id: '2022-08-29-briefing-august-2022' },
    });
  });

  test('finds every document, and documents with the Office only', async () => {
    for (const { id, title } of documents) {
      const ids = (await search(office, title.vi)).map(({ node }) => node.id);
      expect(ids).toContain(id);
    }
    const others = await search(telecom, 'giao ban quản lý nhà nước');
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ node }) => node.__typename === 'Document')).toEqual([]);
  });

  test.each(['TPHCM', 'tp hcm', 'TP.HCM', 'Thành phố Hồ Chí Minh', 'sai gon'])(
    '%j finds what is of Ho Chi Minh City',
    async (text) => {
      const found = await search(it, text);
      expect(found.map(({ node }) => node.__typename)).toContain('Highlight');
    },
  );

  test.each([
    ['Tin học hoá', 'Cục Tin học hóa'],
    ['tin hoc hoa', 'Cục Tin học hóa'],
    ['Tin học hoá'.normalize('NFD'), 'Cục Tin học hóa'],
    ['Bộ TTTT', 'Bộ TT&TT'],
  ])('%j finds %j under whichever spelling', async (text, name) => {
    const found = await search(it, text);
    expect(found.some((hit) => hit.text.includes(name))).toBe(true);
  });

  test('puts exact accents first', async () => {
    const exact = (await search(telecom, 'di động')).map((hit) => hit.exact);
    expect(exact).toContain(true);
    expect(exact).toEqual(exact.toSorted((a, b) => Number(b) - Number(a)));
    expect((await search(telecom, 'di dong')).every((hit) => !hit.exact)).toBe(true);
  });

  test('marks what matches, in the text as it is shown', async () => {
    const [hit] = await search(telecom, 'doanh thu di dong', 1);
    expect(hit && marked(hit).join(' ').toLowerCase()).toContain('doanh thu di động');
  });

  test('leads from every record to its citation', async () => {
    for (const of of [office, it, telecom]) {
      const found = await search(of, 'công nghệ');
      for (const { node, citation } of found)
        if (node.__typename === 'Indicator' || node.__typename === 'Document') expect(citation).toBeNull();
        else expect(citation?.line, node.id).toBeGreaterThan(0);
    }
  });

  test('takes what is typed for text', async () => {
    for (const text of ['.*', '$where', '{"$ne": null}', '(((', '\\', '"'])
      await expect(search(it, text)).resolves.toBeInstanceOf(Array);
    expect((await search(it, '{"$gt": ""}')).length).toBe(0);
  });

  test('refuses what it cannot search for', async () => {
    const ask = (args: string) => telecom.expectQuery(`{ telecom { search(${args}) { text } } }`);
    await ask('text: "  "').toRefuse('INVALID_ARGUMENT');
    await ask(`text: "${'a'.repeat(201)}"`).toRefuse('INVALID_ARGUMENT', '200');
    await ask('text: "a", first: 0').toRefuse('INVALID_PAGE');
  });

  test('takes one command, and one for each collection whose records are shown', async () => {
    it.commands();
    await search(it, 'chuyển đổi số');
    const counts = countByCollection(it.commands());
    expect(counts['search_entries']).toBe(1);
    for (const [collection, count] of Object.entries(counts)) expect(count, collection).toBe(1);
    await it.data('{ itApplication { search(text: "chuyển đổi số") { text citation { line } } } }');
    expect(countByCollection(it.commands())).toEqual({ search_entries: 1 });
  });
});
