import { Alert } from '#lib/ui/text/alert.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { AbonnementStatus } from '#lib/zaaksysteem/generated/enums.ts'

const { gedaan, verificatie } = abonnementen

/** With a status it is only said while that is the status: an address can be older than what it tells. */
const TEXTS: Record<string, { text: string; status?: AbonnementStatus }> = {
  gepauzeerd: { text: gedaan.gepauzeerd, status: 'gepauzeerd' },
  hervat: { text: gedaan.hervat, status: 'actief' },
  geverifieerd: { text: verificatie.actief, status: 'actief' },
  gewijzigd: { text: gedaan.gewijzigd },
  hersteld: { text: gedaan.hersteld },
  herstelKlaar: { text: gedaan.herstelKlaar },
  nietsTeHerstellen: { text: gedaan.nietsTeHerstellen },
  verwijderd: { text: gedaan.verwijderd },
}

/** What the action that led here did; `code` comes from the address. */
export function DoneMessage({ code, status }: { code: string | string[] | undefined; status?: AbonnementStatus }) {
  const known = typeof code === 'string' && Object.hasOwn(TEXTS, code) ? TEXTS[code] : undefined
  const applies = known && (known.status === undefined || known.status === status)
  return (
    <div role="status" className="staff-status-message">
      {applies && <Alert type="ok">{known.text}</Alert>}
    </div>
  )
}
