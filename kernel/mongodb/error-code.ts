/** Codes of MongoDB's errors, by its own names. */
export const NAMESPACE_EXISTS = 48;
export const INDEX_NOT_FOUND = 27;
export const DUPLICATE_KEY = 11_000;

/** Whether MongoDB refused something with this code. */
export function hasErrorCode(error: unknown, code: number): boolean {
  return (error as { code?: unknown } | null)?.code === code;
}
