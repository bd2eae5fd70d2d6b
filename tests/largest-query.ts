import { getNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Sector } from '../kernel/sectors.ts';

/**
 * The largest query that makes sense: a whole briefing of all sectors with every headline, every list to its usual length,
 * and every field of what stands in them, written out without fragments as some clients do.
 */
export function largestQuery(schema: GraphQLSchema, sectors: readonly Sector[]): string {
  const sections = sectors.map(
    ({ field, typePrefix }) => `${field} { ${section(schema, `${typePrefix}Section`)} }`,
  );
  return `query Largest {
    briefing(period: "2020-07") {
      period
      reportingPeriod { id start end label english: label(language: EN) }
      ${sections.join('\n')}
    }
  }`;
}

const names = 'code name english: name(language: EN)';
const period = 'id start end label';
const interval = 'lower upper lowerIncluded upperIncluded';
const agency = `${names} abbreviation kind province { ${names} } parent { ${names} } successor { ${names} }`;
const document = 'id title english: title(language: EN) kind issuedOn';
const place = `document { ${document} } line start end asPrinted sentence`;
const citation = `citation { ${place} context { ${place} } }`;
const unit = `unit { code symbol name per }`;
const indicator = `code name english: name(language: EN) description ${unit} basis leadUnit { ${agency} } parent { ${names} } components { ${names} }`;
const figure = `id period { ${period} } periodInferred periodNote basis province { ${names} } agency { ${agency} } scopeCode scope
  value outOf ${unit} display english: display(language: EN) asPrinted qualifier status role interval { ${interval} } knownFrom
  revision { reason note madeAt madeBy } ${citation}`;
const comparison = `id base basePeriod { ${period} } benchmark direction unit printedUnit qualifier stated asPrinted
  baseObservation { ${figure} } ${citation}`;
const observation = `${figure} indicator { ${indicator} } comparisons { ${comparison} } vintages { ${figure} }
  impliedBy { ${comparison} } operands { ${figure} } briefing { period }`;
const deadline = 'deadline { asPrinted earliest latest precision soft inferred recurrence }';
const task = `id title english: title(language: EN) leadUnits { ${agency} } coordinatingUnits { ${agency} } addressedTo
  provinces { ${names} } assignedOn assignedBy ${deadline} status completedOn outcome
  progress { id notedOn text status madeBy ${citation} } indicators { ${indicator} } briefing { period } ${citation}`;
const highlight = `id kind text english: text(language: EN) provinces { ${names} } indicators { ${indicator} } ${citation}`;
const target = `id indicator { ${indicator} } text english: text(language: EN) value ${unit} qualifier interval { ${interval} }
  province { ${names} } scope leadUnits { ${agency} } ${deadline} latest { ${figure} } progress briefing { period } ${citation}`;

const lists = `state version publishedAt
  observations { ${observation} } tasks { ${task} } highlights { ${highlight} } targets { ${target} }`;

function section(schema: GraphQLSchema, typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`must be a section, but got: ${typeName}`);
  const headlines = Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name === 'Observation' && field.name !== 'observations')
    .map(({ name }) => `${name} { ${figure} comparisons { id direction stated unit asPrinted } }`);
  return [lists, ...headlines].join('\n');
}
