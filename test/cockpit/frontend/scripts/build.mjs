import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path/posix';

/**
 * Builds `dist/`: every module and stylesheet under `assets/` with the hash of its content in its name, so that
 * browsers may keep it for ever, and `index.html`, which names them and is never kept. A page of blue that asks green
 * for a file of blue finds a 404, never the wrong code.
 */
const SOURCE = 'src';
const IMPORT = /(from\s+'|import\s+')(\.{1,2}\/[^']+)(')/g;
const LINK = /((?:href|src)=")\.\/([^"]+)(")/g;
const built = new Map();

await rm('dist', { recursive: true, force: true });
for (const name of (await readdir(SOURCE, { recursive: true })).filter((file) => /\.(mjs|css)$/.test(file)).sort()) {
  await asset(name);
}
const page = (await readFile(`${SOURCE}/index.html`, 'utf8')).replace(LINK, (_, before, name, after) => {
  return `${before}/assets/${hashed(name)}${after}`;
});
await writeFile('dist/index.html', page);
await writeFile('dist/manifest.json', `${JSON.stringify(Object.fromEntries([...built].sort()), null, 2)}\n`);
process.stdout.write(`dist/: index.html and ${built.size} assets\n`);

/** Writes one asset after those that it imports, for its own hash covers their names. */
async function asset(name, importers = []) {
  if (built.has(name)) {
    return;
  }
  if (importers.includes(name)) {
    throw new Error(`Modules import each other: ${[...importers, name].join(' > ')}. Move what both need out of them.`);
  }
  let text = await readFile(join(SOURCE, name), 'utf8');
  for (const [, , target] of text.matchAll(IMPORT)) {
    await asset(join(dirname(name), target), [...importers, name]);
  }
  text = text.replace(IMPORT, (_, before, target, after) => before + fromTo(name, target) + after);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  built.set(name, name.replace(/(\.\w+)$/, `.${hash}$1`));
  await mkdir(dirname(`dist/assets/${name}`), { recursive: true });
  await writeFile(`dist/assets/${built.get(name)}`, text);
}

function fromTo(name, target) {
  const path = relative(dirname(name), hashed(join(dirname(name), target)));
  return path.startsWith('.') ? path : `./${path}`;
}

function hashed(name) {
  if (!built.has(name)) {
    throw new Error(`index.html or a module names ${name}, which is not in ${SOURCE}/.`);
  }
  return built.get(name);
}
