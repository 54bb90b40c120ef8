import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

const { gedaan, handshake } = abonnementen

/** By `gedaan` in the address, which can be older than the status: what has a `status` is said only while that lasts. */
const TEXTS: Record<string, { text: string; status?: AbonnementStatus }> = {
  gepauzeerd: { text: gedaan.gepauzeerd, status: 'gepauzeerd' },
  hervat: { text: gedaan.hervat, status: 'actief' },
  toestemming: { text: handshake.actief, status: 'actief' },
  gewijzigd: { text: gedaan.gewijzigd },
  hersteld: { text: gedaan.hersteld },
  herstelKlaar: { text: gedaan.herstelKlaar },
  nietsTeHerstellen: { text: gedaan.nietsTeHerstellen },
  verwijderd: { text: gedaan.verwijderd },
}

/** Says what the action that led here has done. @param code `gedaan` in the address */
export function DoneMessage({ code, status }: { code: string | string[] | undefined; status?: AbonnementStatus }) {
  const known = typeof code === 'string' && Object.hasOwn(TEXTS, code) ? TEXTS[code] : undefined
  const applies = known && (known.status === undefined || known.status === status)
  return <StatusMessage text={applies && known.text} />
}
