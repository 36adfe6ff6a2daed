/**
 * For each step, as somebody would fill its form: what goes into the fields, and the Groovy that the
 * snippet generator should write. Fields that are left alone keep their defaults, which stay out of
 * the Groovy.
 */
export const SNIPPETS = [
  { step: 'austaAgent', fields: { stage: 'build' }, groovy: "austaAgent 'build'" },
  { step: 'austaAgent', fields: { stage: 'build', label: 'linux' }, groovy: "austaAgent label: 'linux', stage: 'build'" },
  { step: 'austaPlan', fields: {}, groovy: 'austaPlan()' },
  { step: 'austaPlan', fields: { config: 'delivery/austa.yaml' }, groovy: "austaPlan config: 'delivery/austa.yaml'" },
  {
    step: 'austaResult',
    fields: { service: 'backend', check: 'unit', exitCode: '1' },
    groovy: "austaResult check: 'unit', exitCode: 1, service: 'backend'",
  },
  { step: 'austaGate', fields: {}, groovy: "austaGate 'sources'" },
  { step: 'austaGate', fields: { scans: 'images' }, groovy: "austaGate 'images'" },
  { step: 'austaImages', fields: {}, groovy: 'austaImages()' },
  {
    step: 'austaMigrations',
    fields: { environment: 'staging', service: 'backend', exitCode: '1' },
    groovy: "austaMigrations environment: 'staging', exitCode: 1, service: 'backend'",
  },
  {
    step: 'austaMigrated',
    fields: { environment: 'staging', service: 'backend' },
    groovy: "austaMigrated environment: 'staging', exitCode: 0, service: 'backend'",
  },
  { step: 'austaProposal', fields: { environment: 'production' }, groovy: "austaProposal 'production'" },
  {
    step: 'austaApproval',
    fields: { environment: 'production', approver: 'bob' },
    groovy: "austaApproval approver: 'bob', environment: 'production'",
  },
  { step: 'austaPrepare', fields: { environment: 'production' }, groovy: "austaPrepare 'production'" },
  { step: 'austaCheck', fields: { environment: 'production' }, groovy: "austaCheck 'production'" },
  { step: 'austaSwitch', fields: { environment: 'production' }, groovy: "austaSwitch 'production'" },
  { step: 'austaRetire', fields: { environment: 'production' }, groovy: "austaRetire 'production'" },
  { step: 'austaRevert', fields: { environment: 'production' }, groovy: "austaRevert 'production'" },
  {
    step: 'austaRevert',
    fields: { environment: 'production', reason: "the nurses' view is slow" },
    groovy: "austaRevert environment: 'production', reason: 'the nurses\\' view is slow'",
  },
  {
    step: 'austaRevert',
    fields: { environment: 'production', to: 'previous' },
    groovy: "austaRevert environment: 'production', to: 'previous'",
  },
  { step: 'austaStatus', fields: { environment: 'production' }, groovy: "austaStatus 'production'" },
  // What was thrown cannot be typed into a form.
  { step: 'austaFailure', fields: {}, groovy: 'austaFailure()' },
  { step: 'austaReport', fields: {}, groovy: 'austaReport()' },
  {
    step: 'austaReport',
    fields: { failure: 'tests failed', result: 'FAILURE' },
    groovy: "austaReport failure: 'tests failed', result: 'FAILURE'",
  },
  { step: 'austaNotify', fields: {}, groovy: 'austaNotify()' },
  { step: 'austaNotify', fields: { approval: 'production' }, groovy: "austaNotify approval: 'production'" },
];
