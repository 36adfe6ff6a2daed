/**
 * Whether two appointments claim the same minute. Both ends are in milliseconds; an appointment that starts when the
 * other ends does not overlap it.
 */
export function overlaps(one, other) {
  return one.start <= other.end && other.start < one.end;
}
