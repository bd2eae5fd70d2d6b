/**
 * Every error the system can answer, in one catalogue; docs/errors.md is printed from it. `fault` says who has to act:
 * the CALLER (mend the request), the SOURCE (a document or data file is wrong), or US (an operator looks at the log).
 * The code is stable; the text may be reworded.
 */
interface CatalogueEntry {
  readonly fault: 'CALLER' | 'SOURCE' | 'US';
  readonly meaning: string;
  readonly remedy: string;
}

export const errorCatalogue = {
  INVALID_TIME_PERIOD: {
    fault: 'CALLER',
    meaning: 'A text is no time period of the calendar.',
    remedy: 'Write it as SDMX does: 2020, 2020-S1, 2020-Q3, 2020-07, 2020-W11, 2020-07-31 or 2020-01-01/P7M.',
  },
  INVALID_DATE: {
    fault: 'CALLER',
    meaning: 'A text is no day of the calendar.',
    remedy: 'Write year-month-day, as in 2020-08-04.',
  },
  INVALID_DECIMAL: {
    fault: 'CALLER',
    meaning: 'A text is no exact decimal of at most 34 digits.',
    remedy: 'Write plain digits with a point, as in "-9.6"; no exponent, no thousands separators.',
  },
  INVALID_PAGE: {
    fault: 'CALLER',
    meaning: 'A page is asked for that cannot be given.',
    remedy: 'Ask for first: 1 to 1000, and for after: a cursor of the same list with the same filter.',
  },
  INVALID_ARGUMENT: {
    fault: 'CALLER',
    meaning: 'An argument does not fit what it is asked of.',
    remedy: 'The message says which, and what would fit.',
  },
  TOO_MANY_FIGURES: {
    fault: 'CALLER',
    meaning: 'More figures would have to be held against others than one answer does.',
    remedy: 'Ask for less, as of one province; npm run audit and npm run diff take any number.',
  },
  UNKNOWN_CODE: {
    fault: 'CALLER',
    meaning: 'A filter names an indicator, province, agency or document that does not exist.',
    remedy: 'Look it up in indicators, provinces, agencies or documents.',
  },
  UNAUTHENTICATED: {
    fault: 'CALLER',
    meaning: 'Nobody is known to ask, or the token is not good.',
    remedy: 'Send a token that is in force: authorization: Bearer <token>.',
  },
  FORBIDDEN: {
    fault: 'CALLER',
    meaning: 'Who asks may not do this.',
    remedy: "Ask an editor of the sector, or have the role added to one's token.",
  },
  INVALID_RECORDS: {
    fault: 'CALLER',
    meaning: 'Records that were given break a rule; none of them was saved.',
    remedy: 'Mend each of extensions.faults: its index, field and message; then send all of them again.',
  },
  VERSION_CONFLICT: {
    fault: 'CALLER',
    meaning:
      'Somebody else changed the section since the version that this change starts from; nothing was saved.',
    remedy: 'Look at extensions.changes, read the section again, and send the change with its version.',
  },
  ALREADY_PUBLISHED: {
    fault: 'CALLER',
    meaning: 'A published record would be overwritten or taken away; nothing was saved.',
    remedy: 'Correct a figure with …CorrectObservation, and tell of a task with …NoteProgress.',
  },
  NOTHING_TO_PUBLISH: {
    fault: 'CALLER',
    meaning: 'The section has no draft.',
    remedy: 'Save or import records first.',
  },
  PRINTED_FIGURE_UNREADABLE: {
    fault: 'SOURCE',
    meaning: 'A figure as printed cannot be read as a Vietnamese number, change, period or deadline.',
    remedy: 'Cite the figure with its qualifier, multiplier and unit, and nothing else.',
  },
  DATA_FILE_INVALID: {
    fault: 'SOURCE',
    meaning: "A team's data file breaks the format or names what does not exist.",
    remedy: 'The message names file, line and field; npm run data:check lists all of them.',
  },
  IMPORT_INVALID: {
    fault: 'CALLER',
    meaning: 'A file of figures has faults; nothing of it was taken.',
    remedy:
      'extensions.faults names each by row and column and says how to mend it; docs/spreadsheets.md explains.',
  },
  UPLOAD_UNREADABLE: {
    fault: 'CALLER',
    meaning: 'A file is no .xlsx workbook and no CSV in UTF-8, or is damaged.',
    remedy:
      'Save it once more as .xlsx without a password, or as "CSV UTF-8"; the message says what is wrong.',
  },
  UPLOAD_TYPE_UNKNOWN: {
    fault: 'CALLER',
    meaning: 'An upload is neither text/csv nor an .xlsx workbook by its content type.',
    remedy:
      'Send content-type: text/csv or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.',
  },
  UPLOAD_TOO_LARGE: {
    fault: 'CALLER',
    meaning: 'A file has more bytes than are taken.',
    remedy: 'Send it in parts, a period or a group of provinces each.',
  },
  UPLOAD_INFLATES_TOO_FAR: {
    fault: 'CALLER',
    meaning: 'A workbook unpacks to more bytes than are taken.',
    remedy: 'Save only the sheet of figures, or send it in parts.',
  },
  UPLOAD_TOO_MANY_ROWS: {
    fault: 'CALLER',
    meaning: 'A file has more rows than are taken.',
    remedy: 'Send it in parts.',
  },
  UPLOAD_TOO_MANY_COLUMNS: {
    fault: 'CALLER',
    meaning: 'A row has more columns than are taken.',
    remedy: 'Take away the columns that the template does not have.',
  },
  UPLOAD_TOO_MANY_CELLS: {
    fault: 'CALLER',
    meaning: 'A file has more cells than are taken.',
    remedy: 'Take away the columns that the template does not have, or send it in parts.',
  },
  UPLOAD_TEXT_TOO_LONG: {
    fault: 'CALLER',
    meaning: 'A cell, or all texts of a workbook together, are longer than is taken.',
    remedy: 'Shorten the text; the message names the row where it is known.',
  },
  UPLOAD_BUSY: {
    fault: 'US',
    meaning: 'As many files as may be at once are being imported.',
    remedy: 'Send the file again after the seconds that the header retry-after names.',
  },
  HEADLINE_AMBIGUOUS: {
    fault: 'SOURCE',
    meaning: 'Two figures of an edition both claim to be the same headline.',
    remedy: 'Give one of them its own scope, role BASE or an earlier period, in the data.',
  },
  SETTING_INVALID: {
    fault: 'US',
    meaning: 'A setting of the environment cannot be used.',
    remedy: 'The message names every faulty setting and what it takes.',
  },
  SUPERGRAPH_UNUSABLE: {
    fault: 'US',
    meaning:
      'The gateway has no supergraph to plan by: the one it was given is refused, and none is kept from before.',
    remedy:
      'The message says why; npm run compose makes one of the folders, npm run schema:check tells what is wrong.',
  },
  MONGODB_NOT_FOUND: {
    fault: 'US',
    meaning: 'No MongoDB could be found or started.',
    remedy: 'Set MONGODB_URI to a replica set, or MONGOD_BINARY to a mongod, or install mongod on PATH.',
  },
  PORT_TAKEN: {
    fault: 'US',
    meaning: 'A port that a process must listen on is taken.',
    remedy: 'Stop the other program, or set another port.',
  },
  SUBGRAPH_UNAVAILABLE: {
    fault: 'US',
    meaning: "A sector's subgraph is down, too slow, or answers nonsense; its own fields are null.",
    remedy: 'Ask again later; what is not null is whole and right.',
  },
  DATABASE_UNAVAILABLE: {
    fault: 'US',
    meaning: "A sector's database does not answer in time.",
    remedy: 'Ask again later.',
  },
  QUERY_TOO_COMPLEX: {
    fault: 'CALLER',
    meaning: 'The query is deeper, wider or longer than the gateway takes.',
    remedy: 'Ask for less at once: the message says which limit.',
  },
  OPERATION_NOT_FOUND: {
    fault: 'CALLER',
    meaning: 'operationName names no operation of the document, or several stand there and none is named.',
    remedy: 'Send the name of one of the operations.',
  },
  SUBSCRIPTION_NOT_SUPPORTED: {
    fault: 'CALLER',
    meaning: 'The graph has no subscriptions.',
    remedy: 'Send a query.',
  },
  TOKEN_KEYS_UNAVAILABLE: {
    fault: 'US',
    meaning: 'The keys that tokens are checked with cannot be had, so that no token is accepted or refused.',
    remedy: 'Ask again later.',
  },
  INTERNAL_SERVER_ERROR: {
    fault: 'US',
    meaning: 'A fault of ours; the log has it under the request id.',
    remedy: 'Tell the operator the request id.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** An error of the catalogue. graphql-js copies `extensions` into the answer, so the code reaches the caller. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  readonly extensions: Readonly<Record<string, unknown>>;

  /** @param message what is wrong and what to do, for the one who has to act; no address, stack or secret. */
  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.extensions = { code, ...details };
  }
}
