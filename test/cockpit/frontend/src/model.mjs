/** From this score on NEWS2 asks for an urgent answer, from the higher one for an emergency answer. */
export const URGENT = 5;
export const EMERGENCY = 7;

/**
 * Today's appointments with their patients: the most urgent first, then by time. An appointment without triage counts
 * as not urgent; one whose patient is not known is left out.
 */
export function worklist(patients, appointments) {
  const byId = new Map(patients.map((patient) => [patient.id, patient]));
  return appointments
    .filter(({ patientId }) => byId.has(patientId))
    .map((appointment) => ({ ...appointment, patient: byId.get(appointment.patientId) }))
    .sort((one, other) => score(other) - score(one) || one.startsAt.localeCompare(other.startsAt));
}

/** @returns {'emergency' | 'urgent' | 'routine' | 'none'} */
export function urgency(triageScore) {
  if (triageScore === null || triageScore === undefined) {
    return 'none';
  }
  if (triageScore >= EMERGENCY) {
    return 'emergency';
  }
  return triageScore >= URGENT ? 'urgent' : 'routine';
}

function score(appointment) {
  return appointment.triageScore ?? -1;
}
