const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * One element, as React's createElement makes it: a type (a tag, or a component called with its properties), its
 * properties and its children. Runs unchanged in the browser and on the server.
 */
export function h(type, properties, ...children) {
  const all = children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  return typeof type === 'function'
    ? type({ ...properties, children: all })
    : { type, properties: properties ?? {}, children: all };
}

/** The element as HTML; every text and every attribute is escaped, there is no way around it. */
export function render(node) {
  if (node === null || typeof node !== 'object') {
    return escaped(node ?? '');
  }
  const attributes = Object.entries(node.properties)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');
  const start = `<${node.type}${attributes}>`;
  return VOID.has(node.type) ? start : `${start}${node.children.map(render).join('')}</${node.type}>`;
}

function escaped(value) {
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
