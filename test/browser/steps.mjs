import { command, NotSeen } from './command.mjs';
import { readHelp } from './help.mjs';
import { SnippetGenerator } from './snippet-generator.mjs';
import { SNIPPETS } from './snippets.mjs';

/** Fills each step's form in the snippet generator and compares what it writes. */
await command({}, async ({ page, base }) => {
  const generator = new SnippetGenerator(page, base);
  const offered = await generator.offered('austa');
  const wrong = missing(offered);
  const help = {};
  for (const snippet of SNIPPETS.filter((one) => offered.includes(one.step))) {
    await generator.choose(snippet.step);
    help[snippet.step] ??= await readHelp(generator.form(snippet.step));
    const written = await generator.generate(snippet.step, snippet.fields);
    if (written !== snippet.groovy) {
      wrong.push(`${snippet.step}: expected ${snippet.groovy}, the generator wrote ${written}`);
    }
  }
  wrong.push(...silent(help));
  if (wrong.length > 0) {
    throw new NotSeen(wrong[0], { wrong, help });
  }
  return { what: `${SNIPPETS.length} forms of ${offered.length} steps write what they should`, seen: { steps: offered, help } };
});

/** Steps that are offered and not tried, and the other way round. */
function missing(offered) {
  const tried = new Set(SNIPPETS.map((snippet) => snippet.step));
  return [
    ...offered.filter((step) => !tried.has(step)).map((step) => `${step} is offered, and test/browser/snippets.mjs does not try it`),
    ...[...tried].filter((step) => !offered.includes(step)).map((step) => `${step} is not offered by the snippet generator`),
  ];
}

function silent(help) {
  return Object.entries(help).flatMap(([step, texts]) =>
    Object.entries(texts)
      .filter(([, length]) => length < 20)
      .map(([about]) => `${step}: the help of ${about} says nothing`),
  );
}
