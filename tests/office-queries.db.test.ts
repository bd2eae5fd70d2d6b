import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

/** What only the Office answers: meetings, legal documents, petition figures, and which documents report an edition. */
let office: TestSubgraph;
beforeAll(async () => {
  office = await openTestSubgraph('office', { documentsDir: null });
});
afterAll(() => office.close());

describe('the Office of a briefing', () => {
  test('knows its meeting, in both languages', async () => {
    const meeting =
      'meeting { heldOn chair title en: title(language: EN) citation { line document { id } } }';
    await office.expectQuery(`{ briefing(period: "2022-08") { office { ${meeting} } } }`).toAnswer({
      briefing: {
        office: {
          meeting: {
            heldOn: '2022-08-29',
            chair: 'Thứ trưởng Phan Tâm',
            title: 'Giao ban quản lý nhà nước tháng 8/2022, trực tiếp và trực tuyến',
            en: 'State-management briefing of August 2022, in person and online',
            citation: { line: 6, document: { id: '2022-08-29-briefing-august-2022' } },
          },
        },
      },
    });
  });

  test('names no chair where the document names none', async () => {
    await office
      .expectQuery('{ briefing(period: "2020-H1") { office { meeting { heldOn chair } } } }')
      .toAnswer({ briefing: { office: { meeting: { heldOn: '2020-07-06', chair: null } } } });
  });

  test('lists the legal documents in the order of the text, with number, day and issuer where they are printed', async () => {
    const { briefing } = await office.data<{
      briefing: { office: { legalDocuments: { number: string | null; citation: { line: number } }[] } };
    }>(`{ briefing(period: "2022-08") { office { legalDocuments {
      number kind status issuedOn issuer { name } title(language: EN) provinces { code } citation { line } } } } }`);
    const { legalDocuments } = briefing.office;
    const lines = legalDocuments.map(({ citation }) => citation.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(legalDocuments.filter(({ number }) => number !== null)).toMatchObject([
      {
        number: '964/QĐ-TTg',
        kind: 'DECISION',
        status: 'ISSUED',
        issuedOn: '2022-08-10',
        issuer: { name: 'Thủ tướng Chính phủ' },
        provinces: [],
      },
      {
        number: '48/2022/NĐ-CP',
        kind: 'DECREE',
        status: 'IN_FORCE',
        issuedOn: null,
        issuer: { name: 'Chính phủ' },
      },
    ]);
  });

  test('knows whose scheme it is, where a province issued one', async () => {
    const { briefing } = await office.data<{
      briefing: { office: { legalDocuments: { kind: string; provinces: { name: string }[] }[] } };
    }>('{ briefing(period: "2020-Q3") { office { legalDocuments { kind provinces { name } } } } }');
    const schemes = briefing.office.legalDocuments.filter(({ kind }) => kind === 'SCHEME');
    expect(schemes.flatMap(({ provinces }) => provinces.map(({ name }) => name))).toEqual([
      'Hậu Giang',
      'Gia Lai',
      'Thái Nguyên',
    ]);
  });

  test('reports the petitions of the quarter, which add up as printed', async () => {
    const headlines = ['Received', 'FromCitizens', 'FromDepartments', 'ToMeeting', 'Resolved', 'Pending'];
    const { briefing } = await office.data<{ briefing: { office: Record<string, { value: string }> } }>(
      `{ briefing(period: "2020-Q3") { office { ${headlines.map((name) => `petitions${name} { value }`).join(' ')} } } }`,
    );
    const [received, citizens, departments, meeting, resolved, pending] = headlines.map((name) =>
      Number(briefing.office[`petitions${name}`]?.value),
    );
    expect([received, citizens, departments, meeting, resolved, pending]).toEqual([
      7793, 7610, 19, 164, 7601, 9,
    ]);
  });

  test('is empty, and no error, for an edition that has none', async () => {
    await office
      .expectQuery(
        '{ briefing(period: "2021-05") { office { meeting { heldOn } documents { id } legalDocuments { id } petitionsReceived { value } } } }',
      )
      .toAnswer({
        briefing: { office: { meeting: null, documents: [], legalDocuments: [], petitionsReceived: null } },
      });
  });
});

describe('the documents', () => {
  test('report the editions that the register says, oldest first', async () => {
    await office
      .expectQuery('{ briefing(period: "2020-07") { office { documents { id title issuedOn } } } }')
      .toAnswer({
        briefing: {
          office: {
            documents: [
              {
                id: '2020-08-04-briefing-july-2020',
                title: 'Tin giao ban quản lý nhà nước tháng 7/2020',
                issuedOn: '2020-08-04',
              },
            ],
          },
        },
      });
  });

  test('have neither lines nor sentences on a machine without their texts', async () => {
    await office
      .expectQuery(
        `{ document(id: "2020-08-04-briefing-july-2020") { id lines }
           briefing(period: "2020-Q3") { office { petitionsReceived { citation { asPrinted sentence } } } } }`,
      )
      .toAnswer({
        document: { id: '2020-08-04-briefing-july-2020', lines: null },
        briefing: {
          office: { petitionsReceived: { citation: { asPrinted: '7.793 kiến nghị', sentence: null } } },
        },
      });
  });
});
