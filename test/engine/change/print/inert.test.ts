import fc from 'fast-check';
import { codeElement, codeSpan, fenced, prose, proseElement } from '../../../../engine/change/print/inert.ts';
import { HOSTILE } from './reports.ts';

/** What is left of a comment's line once its code spans are gone. */
const outside = (markdown: string): string => markdown.replace(/`[^`]*`/g, '');
const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('`', '|', '<b>', '](x', '**', '_', '@all', '#1', '\n', '1. ', '- ', 'http://e.example', 'a@b.example', '1a2b3c4', '-->', '医')), { maxLength: 20 }).map((parts) => parts.join(''));

it('puts a value into one code span that it cannot end', () => {
  fc.assert(fc.property(text, (value) => {
    expect(codeSpan(value)).toMatch(/^`[^`\n\r]+`$/);
  }), { seed: 7, numRuns: 500 });
});

it('leaves nothing in a sentence that a code host takes for markup, a name or a link', () => {
  fc.assert(fc.property(text, (value) => {
    const plain = outside(prose(value));
    expect(plain).not.toMatch(/[`*_~<>|[\]{}\\$@+=^\n\r]|^\s*\d+[.)]\s|(?<!&)#\d|!\[|&(?!#\d+;)|www\.|:\/\/|[\w.]@/);
    expect(prose(value).split('`').length % 2).toBe(1);
  }), { seed: 7, numRuns: 500 });
});

it('makes no element out of a value in a line of HTML', () => {
  fc.assert(fc.property(text, (value) => {
    expect(codeElement(value)).toMatch(/^<code>[^<>"'\n]*<\/code>$/);
    expect(proseElement(value).replace(/<code>.*?<\/code>/gu, '')).not.toMatch(/[<>"'\n@]/);
  }), { seed: 7, numRuns: 500 });
});

it('leaves words and numbers of a sentence as they are', () => {
  for (const plain of ['core zone 78% at rest, was 70%.', '镜像更新，重启 4 个 Pod', 'opens pods/exec (create) in core-mbs; done!', 'its PodDisruptionBudget lets none go']) expect(prose(plain)).toBe(plain);
  expect(prose('opens hsa-mbs -> mysql:3306, image V1.2.3')).toBe('opens hsa-mbs → `mysql:3306`, image V1.2.3');
});

it.each(['@everyone', '#12', '!34', 'GH-12', 'OPS-7', 'https://e.example', 'www.e.example', 'a@b.example', '1a2b3c4d5e6f', '$PATH', '~bug', '/close', 'a_b_c', '[x](y)', '<b>'])('puts %s into a code span', (value) => {
  expect(prose(`see ${value} now`)).toBe(`see \`${value}\` now`);
});

it('fences lines so that none ends the fence or commands GitLab', () => {
  const lines = fenced(`a: 1\n\`\`\`\n/close\n~~~\n${HOSTILE}`.split('\n'));
  expect(lines[0]).toBe('```yaml');
  expect(lines.at(-1)).toBe('```');
  expect(lines.slice(1, -1).join('\n')).not.toMatch(/`{3}|^\//m);
});

it('shortens what is long and keeps no half of a character', () => {
  expect(codeSpan('🚀'.repeat(500)).length).toBeLessThan(200);
  expect(codeSpan(`a${'🚀'.repeat(500)}`)).not.toMatch(/\p{Surrogate}|ud83d/u);
  expect(prose('x '.repeat(5_000)).length).toBeLessThan(700);
});
