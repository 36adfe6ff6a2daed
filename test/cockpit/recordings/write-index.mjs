import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes an index.json for record.sh.
 *
 * add INDEX NAME TOOL ARGUMENTS DIRECTORY EXIT-CODE PROVENANCE [FROM=TO…]: keeps one recorded run.
 * finish INDEX: writes the index of the runs kept, and of what was written by hand.
 */
const [verb, folder, ...rest] = process.argv.slice(2);
const draft = join(folder, 'recorded', 'draft.json');
const verbs = { add, finish };
await verbs[verb](...rest);

async function add(name, command, args, directory, exitCode, provenance, ...files) {
  // An audit is run with the loopback registry in its environment: the tool is still npm.
  const tool = command === 'env' ? 'npm' : command;
  const entry = { tool, args, directory: `^${directory}$`, exitCode: Number(exitCode) };
  entry.stdout = `recorded/${name}/stdout.txt`;
  if (await exists(join(folder, 'recorded', name, 'stderr.txt'))) {
    entry.stderr = `recorded/${name}/stderr.txt`;
  }
  entry.files = files.map((file) => {
    const [from, to] = file.split('=');
    return { from, to };
  });
  entry.provenance = provenance;
  await mkdir(join(folder, 'recorded'), { recursive: true });
  await write(draft, [...(await read(draft)), entry]);
}

async function finish() {
  await write(join(folder, 'index.json'), [...(await read(draft)), ...(await read(join(folder, 'by-hand.json')))]);
  await rm(draft, { force: true });
}

async function read(file) {
  return (await exists(file)) ? JSON.parse(await readFile(file, 'utf8')) : [];
}

async function write(file, entries) {
  await writeFile(file, `${JSON.stringify(entries, null, 2)}\n`);
}

function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
