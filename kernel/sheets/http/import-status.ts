import type { ErrorCode } from '../../errors.ts';

/** The HTTP status of an import that is refused; 500 is what nobody thought of. */
const statuses: Partial<Readonly<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INVALID_ARGUMENT: 400,
  INVALID_TIME_PERIOD: 400,
  VERSION_CONFLICT: 409,
  ALREADY_PUBLISHED: 409,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_INFLATES_TOO_FAR: 413,
  UPLOAD_TOO_MANY_ROWS: 413,
  UPLOAD_TOO_MANY_COLUMNS: 413,
  UPLOAD_TOO_MANY_CELLS: 413,
  UPLOAD_TEXT_TOO_LONG: 413,
  UPLOAD_TYPE_UNKNOWN: 415,
  UPLOAD_UNREADABLE: 422,
  IMPORT_INVALID: 422,
  UPLOAD_BUSY: 503,
  DATABASE_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
};

export function importStatus(code: ErrorCode): number {
  return statuses[code] ?? 500;
}
