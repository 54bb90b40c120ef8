import { isGekeken } from '#lib/contract/bewijzen.ts'
import type { BewijsVanWijziging } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { grootte } from '#lib/ui/text/amounts.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bewijs } from '#lib/ui/texts/mijn/bewijs.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/** A line in a table cell: a moment, a text, or both. */
export type Regel = { op?: Date; tekst?: string }

export function ontvangenRegels({ ontvangenOp, isOpgehaald }: BewijsVanWijziging, taal: Taal): Regel[] {
  const t = bewijs[taal].ontvangen
  if (!ontvangenOp) return [{ tekst: t.metDeZaak }]
  return [{ op: ontvangenOp, ...(isOpgehaald && { tekst: ` (${t.opgehaald})` }) }]
}

export function mailRegels({ bewijzen }: BewijsVanWijziging, taal: Taal): Regel[] {
  const t = bewijs[taal].mail
  const mails = bewijzen.flatMap(({ soort, tijdstip }) =>
    isGekeken(soort) ? [] : { op: tijdstip, tekst: `: ${t[soort]}` },
  )
  return mails.length > 0 ? mails : [{ tekst: t.geen }]
}

export function gezienRegels({ bewijzen }: BewijsVanWijziging, taal: Taal): Regel[] {
  const t = bewijs[taal]
  const gezien = bewijzen.flatMap(({ soort, tijdstip, document }) => {
    if (!isGekeken(soort)) return []
    const gemachtigde = soort.endsWith('_door_gemachtigde') && t.doorGemachtigde
    const tekst = [document && t.opgehaald(document.titel), gemachtigde].filter(Boolean).join(', ')
    return { op: tijdstip, ...(tekst && { tekst: `: ${tekst}` }) }
  })
  return gezien.length > 0 ? gezien : [{ tekst: t.nietBekend }]
}

/**
 * Describes an inzending or request, followed by a line for each file. Not in the second person, because
 * others read the bewijs too.
 */
export function inzendingRegels(
  { soort, aanvullingen, bestanden, tekst, gemachtigdeId }: InzendingVanBurger,
  taal: Taal,
): [string, ...string[]] {
  const t = bewijs[taal].inzendingen
  const namen = aanvullingen.map(({ naam }) => naam).join(', ')
  const wat = bestanden.length > 0 ? t.gestuurd(namen) : t.soort[soort](soort === 'vraag' ? (tekst ?? '') : namen)
  const files = bestanden.map(({ naam, grootte: bytes, sha256 }) =>
    t.bestand(naam, grootte(bytes, taal), sha256.replaceAll(/.{16}(?=.)/g, '$& ')),
  )
  return [gemachtigdeId === null ? wat : `${wat}. ${t.doorGemachtigde}`, ...files]
}

export function uitkomstTekst({ soort, uitkomst, teruggenomenOp }: InzendingVanBurger, taal: Taal): string {
  const t = bewijs[taal].inzendingen
  if (teruggenomenOp) return t.teruggenomen
  if (uitkomst === null) return t.nogNietBekend
  const { vraaguitkomst, uitkomst: uitkomsten } = texts(taal).inzending
  return new Map(Object.entries(soort === 'vraag' ? vraaguitkomst : uitkomsten)).get(uitkomst) ?? t.doorgegeven
}
