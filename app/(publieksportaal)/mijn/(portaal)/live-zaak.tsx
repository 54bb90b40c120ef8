import type { ReactNode } from 'react'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'

/** The zaak as the browser knows it: its versie, and the announcement for a newer one. */
export type LiveZaak = { id: string; versie: number; announcement: ReactNode }

export function toLiveZaak(zaak: ZaakVanBurger, { taal, now }: { taal: Taal; now: Date }): LiveZaak {
  const { stappen, onbekend } = voortgang(zaak, dateInAmsterdam(now))
  const reached = stappen.findLast(({ versie }) => versie !== null)
  const { live } = texts(taal)
  // a change without a step of its own, such as a new document, is no status
  const last = !onbekend && reached?.versie === zaak.versie ? reached : null
  const isStatus = last?.soort === 'registratie' || last?.soort === 'statuswijziging'
  const says = isStatus ? live.status : live.gebeurd
  const { before, after } = last ? { before: says.before, after: says.after(last.omschrijving[taal]) } : live.onbekend
  const announcement = (
    <>
      {before} <span lang="nl">{zaak.omschrijving}</span>
      {after}
    </>
  )
  return { id: zaak.id, versie: zaak.versie, announcement }
}
