import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lays the service out in `dist/` as the image carries it, with the hash of every file in `dist/manifest.json`. */
const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await cp('src', 'dist/src', { recursive: true });

const entries = await readdir('dist/src', { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const hashes = await Promise.all(files.map(async (file) => [file.slice('dist/'.length), await sha256(file)]));
const manifest = { name, version, files: Object.fromEntries(hashes) };
await writeFile('dist/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
process.stdout.write(`dist/: ${files.length} modules of ${name} ${version}\n`);

async function sha256(file) {
  return createHash('sha256').update(await readFile(file)).digest('hex');
}
