import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, NotSeen } from './command.mjs';
import { PICTURES } from './pictures.mjs';

/** A page of documentation is read on telephones too. */
const MOST_BYTES = 150 * 1024;

/** Takes the pictures for docs/jenkins.md: of a run that waits for its approval, of a finished one, of the settings. */
await command({ of: Object.keys(PICTURES).join('|'), out: 'FOLDER' }, async (session, { url, of, out }) => {
  await mkdir(out, { recursive: true });
  const seen = {};
  for (const [name, show] of Object.entries(PICTURES[of])) {
    await show(session, url.replace(/\/?$/, '/'));
    await session.page.evaluate(() => document.fonts.ready);
    const picture = await session.page.screenshot({ animations: 'disabled', caret: 'hide' });
    const file = join(out, `jenkins-${name}.png`);
    await writeFile(file, picture);
    seen[file] = picture.length;
  }
  const large = Object.keys(seen).filter((file) => seen[file] > MOST_BYTES);
  if (large.length > 0) {
    throw new NotSeen(`${large.join(', ')}: more than ${MOST_BYTES} bytes`, seen);
  }
  return { what: `${Object.keys(seen).length} pictures are in ${out}`, seen };
});
