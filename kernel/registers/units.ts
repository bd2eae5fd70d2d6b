import { unitFormat, type UnitRecord } from '../data-files/formats.ts';
import { readRegister } from './read-register.ts';

/** The units that every sector uses; a team adds its own in its catalogue. */
export const commonUnits: readonly UnitRecord[] = readRegister('units.yml', unitFormat);
