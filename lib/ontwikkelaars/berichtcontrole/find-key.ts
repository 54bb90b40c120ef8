import type { KeyObject } from 'node:crypto'
import type { PublicKey } from './bericht.ts'
import { failed, passed, type Stap, type StapNaam } from './stap.ts'

/** The key that a proof names, and the step that says whether the set has it. */
export function findKey(
  keys: readonly PublicKey[],
  { naam, kid, alg }: { naam: StapNaam; kid: string | undefined; alg: string },
): { stap: Stap; key?: KeyObject } {
  const named = keys.filter((each) => each.kid === kid)
  const key = named.find((each) => each.alg === alg)?.key
  if (key) return { stap: passed(naam, `kid ${kid}`), key }
  return { stap: failed(naam, { gevonden: `kid ${kid}`, ...(named.length > 0 && { reden: 'sleutel_past_niet' }) }) }
}
