import type { Taal } from '#lib/ui/text/taal.ts'
import { abonnementen, cijfers } from '#lib/ui/texts/abonnementen.ts'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { type AbonnementTexts, eigenAbonnementen } from '#lib/ui/texts/ontwikkelaars/abonnementen.ts'
import { foutenEn, foutenNl } from '#lib/ui/texts/ontwikkelaars/fouten.ts'
import { foutKort, foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { Foutcode } from '#lib/zaaksysteem/abonnement/toestemming/request-toestemming.ts'

/**
 * The person who looks at abonnementen and their bezorgingen. A beheerder sees all of them; a client is a
 * supplier who signed in with a token of its API client, and sees only its own.
 */
export type Viewer =
  | { rol: 'beheerder'; taal: 'nl'; client?: undefined }
  | { rol: 'client'; taal: Taal; client: string }

export const BEHEERDER: Viewer = { rol: 'beheerder', taal: 'nl' }

const OF_BEHEERDER: AbonnementTexts = { ...abonnementen, cijfers, bezorging: bezorgingen }

export function textsOf({ rol, taal }: Viewer): AbonnementTexts {
  return rol === 'beheerder' ? OF_BEHEERDER : eigenAbonnementen[taal]
}

const ROOTS: Record<Viewer['rol'], string> = { beheerder: '/balie', client: '/ontwikkelaars/mijn' }

export const abonnementPath = ({ rol }: Viewer, id: string) => `${ROOTS[rol]}/abonnementen/${id}`
export const bezorgingPath = ({ rol }: Viewer, id: string) => `${ROOTS[rol]}/bezorgingen/${id}`

type FoutUitleg = { kort: string; watNu: string }

const OF_CLIENT: Record<Taal, Record<Foutcode, FoutUitleg>> = { nl: foutenNl, en: foutenEn }

/**
 * Explains why an attempt or a handshake failed. @param detail the exact error, such as `CERT_HAS_EXPIRED`
 */
export function foutUitleg({ rol, taal }: Viewer, code: string, detail: string | null = null): FoutUitleg {
  return rol === 'beheerder'
    ? { kort: foutKort(code), watNu: foutWatNu(code, detail) }
    : foutUitlegOfSink(code, detail, taal)
}

/**
 * Explains an error to the operator of the sink, who can look the detail up. An unknown code is shown as it
 * is.
 */
export function foutUitlegOfSink(code: string, detail: string | null, taal: Taal): FoutUitleg {
  const known = Object.hasOwn(OF_CLIENT[taal], code) ? OF_CLIENT[taal][code as Foutcode] : { kort: code, watNu: '' }
  return detail === null || detail === code ? known : { ...known, watNu: `${known.watNu} (${detail})`.trimStart() }
}
