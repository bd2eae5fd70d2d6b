import { expect, test } from 'vitest';
import { checkOwnWords } from './check-own-words.ts';
import { copyFinder } from './copied-runs.ts';

const sentence = 'một hai ba bốn năm sáu bảy tám chín mười mười một';

test('names the file and the line of a copied sentence', () => {
  const files = [
    { path: 'a.yml', text: `# lời riêng\n- text: ${sentence}\n` },
    { path: 'b.md', text: 'Lời của chúng tôi.' },
  ];
  expect(checkOwnWords(files, copyFinder([[sentence]], []))).toEqual([
    {
      check: 'OWN_WORDS',
      at: 'a.yml:2',
      fault: `repeats a document word for word: "${sentence}"`,
    },
  ]);
});
