import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

/** Said only while it lasts. */
const WHILE: Record<string, AbonnementStatus> = { gepauzeerd: 'gepauzeerd', hervat: 'actief' }

/** Says what the action that led here has done. @param code `gedaan` in the address */
export function DoneMessage({
  code,
  status,
  taal,
}: {
  code: string | string[] | undefined
  status?: AbonnementStatus
  taal: Taal
}) {
  const { gedaan } = mijn[taal]
  const isKnown = typeof code === 'string' && Object.hasOwn(gedaan, code)
  return <StatusMessage text={isKnown && (!WHILE[code] || WHILE[code] === status) && gedaan[code]} />
}
