import { z } from 'zod';
import { codeList } from './code-list.ts';
import { readRegister } from './read-register.ts';

const provinceFormat = z.strictObject({
  code: z.string().regex(/^\d{2}$/u),
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  fullName: z.string(),
  iso: z.string(),
  region: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
  aliases: z.array(z.string()),
});
/** A provincial-level unit by its two-digit code of the General Statistics Office, with the days the code is valid. */
export type ProvinceEntry = Readonly<z.infer<typeof provinceFormat>>;

export const provinces = codeList(
  'province',
  readRegister<ProvinceEntry>('provinces.yml', provinceFormat),
  (province) => [province.name.vi, province.name.en, province.fullName, province.iso, ...province.aliases],
);
