import { parseArgs } from 'node:util';
import type { Role } from '../../kernel/identity/identity.ts';
import { quoted } from '../../kernel/quoted.ts';
import type { Sector } from '../../kernel/sectors.ts';

/** What the command line asks for. */
export interface RequestedToken {
  readonly subject: string;
  readonly role: Role;
  readonly hours: number;
  readonly json: boolean;
}

const roles = ['reader', 'editor', 'office', 'administrator'] as const;
/** A month: a token that is forgotten somewhere ends by itself. */
const MOST_HOURS = 720;

/** @throws Error that says what is asked for wrongly, and what would be right. */
export function requestedToken(args: readonly string[], sectors: readonly Sector[]): RequestedToken {
  const { values } = parseArgs({
    args: [...args],
    options: {
      role: { type: 'string' },
      sector: { type: 'string' },
      subject: { type: 'string' },
      hours: { type: 'string', default: '8' },
      json: { type: 'boolean', default: false },
    },
  });
  const hours = Number(values.hours);
  if (!/^\d{1,3}(\.\d{1,4})?$/u.test(values.hours) || hours <= 0 || hours > MOST_HOURS)
    throw new Error(
      `--hours must be more than 0 and at most ${MOST_HOURS}, but got: ${quoted(values.hours)}`,
    );
  const role = requestedRole(values.role, values.sector, sectors);
  const subject = values.subject ?? `${values.sector ?? values.role ?? ''}@development`;
  if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,254}$/u.test(subject))
    throw new Error(`--subject must be 1 to 254 printable characters, but got: ${quoted(subject)}`);
  return { subject, role, hours, json: values.json };
}

function requestedRole(
  word: string | undefined,
  folder: string | undefined,
  sectors: readonly Sector[],
): Role {
  const role = roles.find((one) => one === word);
  if (role === undefined)
    throw new Error(
      `--role must be one of ${roles.join(', ')}, but got: ${word === undefined ? 'none' : quoted(word)}`,
    );
  if (role !== 'editor') {
    if (folder !== undefined) throw new Error(`--sector goes with --role editor only, not with ${role}`);
    return { kind: role === 'reader' ? 'READER' : role === 'office' ? 'OFFICE' : 'ADMINISTRATOR' };
  }
  // The Office's own editors have the role office.
  const editable = sectors.filter(({ kind }) => kind === 'SECTOR');
  const sector = editable.find((one) => one.folder === folder);
  if (sector === undefined)
    throw new Error(
      `--sector must be one of ${editable.map((one) => one.folder).join(', ')}, but got: ${folder === undefined ? 'none' : quoted(folder)}`,
    );
  return { kind: 'EDITOR', sector: sector.code };
}
