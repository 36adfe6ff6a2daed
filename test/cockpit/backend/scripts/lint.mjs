import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDERS = ['src', 'scripts', 'test'];
const LONGEST_LINE = 120;
const RULES = [
  { name: 'no-tab', says: 'indent with spaces', broken: (line) => line.includes('\t') },
  { name: 'no-trailing-space', says: 'remove the space at the end', broken: (line) => /\s$/.test(line) },
  { name: 'max-line', says: `keep lines at ${LONGEST_LINE}`, broken: (line) => line.length > LONGEST_LINE },
  { name: 'no-var', says: 'use const or let', broken: (line) => /^\s*var\s/.test(line) },
  { name: 'no-debugger', says: 'remove it', broken: (line) => /^\s*debugger\b/.test(line) },
  { name: 'no-only', says: 'run every test', broken: (line) => /\b(test|it|describe)\.only\(/.test(line) },
  { name: 'no-console', says: 'log through the service', broken: (line) => /\bconsole\.\w+\(/.test(line) },
  { name: 'eqeqeq', says: 'use === or !==', broken: (line) => /[^=!<>]==[^=]|!=[^=]/.test(line) },
];

const files = (await Promise.all(FOLDERS.map(modulesIn))).flat().sort();
const findings = (await Promise.all(files.map(check))).flat();
findings.forEach((finding) => process.stdout.write(`${finding}\n`));
process.stdout.write(`${files.length} files, ${findings.length} findings\n`);
process.exitCode = findings.length === 0 ? 0 : 1;

async function modulesIn(folder) {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.mjs')).map((name) => join(folder, name));
}

async function check(file) {
  const [text, syntax] = await Promise.all([readFile(file, 'utf8'), syntaxErrors(file)]);
  const findings = text.split('\n').flatMap((line, index) => broken(file, line, index + 1));
  if (!text.endsWith('\n')) {
    findings.push(`${file} final-newline: end the file with a line break`);
  }
  return [...syntax, ...findings];
}

function broken(file, line, number) {
  // A rule's own pattern would break the rule: this file's table is left out.
  if (line.trimStart().startsWith('{ name:')) {
    return [];
  }
  return RULES.filter((rule) => rule.broken(line)).map((rule) => `${file}:${number} ${rule.name}: ${rule.says}`);
}

/** What `node --check` says; a module that does not parse is one finding with node's own words. */
function syntaxErrors(file) {
  return new Promise((resolve, reject) => {
    const node = spawn(process.execPath, ['--check', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    const words = [];
    node.stderr.on('data', (chunk) => words.push(chunk));
    node.on('error', reject);
    node.on('close', (code) => resolve(code === 0 ? [] : [`${file} syntax:\n${Buffer.concat(words)}`]));
  });
}
