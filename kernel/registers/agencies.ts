import { z } from 'zod';
import { agencyKinds } from '../vocabulary.ts';
import { codeList } from './code-list.ts';
import { provinces } from './provinces.ts';
import { readRegister } from './read-register.ts';

const agencyFormat = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/u),
  kind: z.enum(agencyKinds),
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  abbreviation: z.string().optional(),
  parent: z.string().optional(),
  successor: z.string().optional(),
  aliases: z.array(z.string()).default([]),
});
/** A ministry, department, enterprise or group that briefings name; `province` for a province's own department. */
export type AgencyEntry = Readonly<z.infer<typeof agencyFormat>> & { readonly province?: string };

/** The group of all provincial departments: what is addressed to it concerns each of them. */
export const provincialDepartments = 'SO_TTTT';

const named = readRegister<AgencyEntry>('agencies.yml', agencyFormat);
const departmentsOfProvinces = provinces.all.map((province): AgencyEntry => {
  const spellings = [province.name.vi, ...province.aliases];
  return {
    code: `${provincialDepartments}_${province.code}`,
    kind: 'PROVINCIAL_DEPARTMENT',
    name: {
      vi: `Sở Thông tin và Truyền thông ${province.name.vi}`,
      en: `Department of Information and Communications of ${province.name.en}`,
    },
    abbreviation: `Sở TT&TT ${province.name.vi}`,
    parent: provincialDepartments,
    province: province.code,
    aliases: spellings.flatMap((name) => [`Sở TT&TT ${name}`, `Sở TTTT ${name}`]),
  };
});

export const agencies = codeList('agency', [...named, ...departmentsOfProvinces], (agency) => [
  agency.name.vi,
  agency.name.en,
  ...(agency.abbreviation === undefined ? [] : [agency.abbreviation]),
  ...agency.aliases,
]);

for (const agency of agencies.all) {
  if (agency.parent !== undefined) agencies.get(agency.parent);
  if (agency.successor !== undefined) agencies.get(agency.successor);
}
