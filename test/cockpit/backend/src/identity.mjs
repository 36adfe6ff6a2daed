/**
 * Who answers: service, colour and revision, as the chart gives them to the container.
 *
 * @param {Record<string, string | undefined>} env the process environment
 * @returns {{service: string, colour: string, revision: string}} never empty; a rolling release has the colour `none`
 */
export function identityOf(env) {
  return {
    service: env.AUSTA_SERVICE || 'backend',
    colour: env.AUSTA_COLOUR || 'none',
    revision: env.AUSTA_REVISION || '0',
  };
}

/** The headers that every answer carries, so that a switch of colours can be measured from outside. */
export function headersOf(identity) {
  return {
    'X-Austa-Service': identity.service,
    'X-Austa-Colour': identity.colour,
    'X-Austa-Revision': identity.revision,
  };
}
