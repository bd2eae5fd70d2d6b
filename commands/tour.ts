/**
 * npm run tour — asks the running gateway the queries of the README's tour (operations/tour) and writes its answers and the table
 * of settings into the README, so that none is typed by hand; a test compares them. Takes the gateway's origin: -- http://127.0.0.1:4000
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { connectableHost, readEnvironment } from '../kernel/environment.ts';
import { readmeFile, tourOf, withAnswers, withSettings } from './readme-tour.ts';

const environment = readEnvironment();
const origin = process.argv[2] ?? `http://${connectableHost(environment.host)}:${environment.gatewayPort}`;
const readme = readFileSync(readmeFile, 'utf8');
const files = tourOf(readme).map(({ file }) => file);
const answers = new Map<string, string>();
for (const file of files) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: readFileSync(`${environment.projectDir}/${file}`, 'utf8') }),
  });
  const text = await response.text();
  if (text.includes('"errors"')) throw new Error(`${file}: ${text}`);
  answers.set(file, (await format(text, { parser: 'json', printWidth: 100 })).trimEnd());
}
const written = withSettings(withAnswers(readme, answers));
writeFileSync(readmeFile, await format(written, { parser: 'markdown', printWidth: 110 }));
console.log(`README.md has the answers of ${files.length} queries.`);
