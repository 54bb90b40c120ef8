/** Returns the outcome of a use case that succeeded; throws when it refused. */
export function expectDone<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
  if (!outcome.ok) throw new Error(`This may not be done: ${JSON.stringify(outcome)}`)
  return outcome as Extract<T, { ok: true }>
}
