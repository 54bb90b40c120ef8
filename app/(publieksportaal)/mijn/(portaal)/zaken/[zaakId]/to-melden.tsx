import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { isGezegd, nogTeMelden } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { writtenTime } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import { sturen } from '#lib/ui/texts/mijn/sturen.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { Melden } from '#lib/voortgang/antwoord.tsx'
import { DitDoetU } from '../../namens/dit-doet-u.tsx'
import { gestuurdPath, inzendingId, sturenPath } from './paths.ts'

/**
 * The ways to hand in the aanvullingen, and to report them as sent: one by one, or all that are left at once.
 */
export function toMelden(
  zaak: ZaakVanBurger,
  {
    inzendingen,
    klaargezet,
    gemachtigdeId,
    voorWie,
    taal,
    today,
  }: {
    inzendingen: InzendingVanBurger[]
    /** number of bestanden that were uploaded and not sent */
    klaargezet: number
    /** the gemachtigde who reads this; null for the burger himself */
    gemachtigdeId: string | null
    /** description of the person represented; null for the burger himself */
    voorWie: string | null
    taal: Taal
    today: string
  },
): Melden | undefined {
  const { opschorting } = zaak
  if (opschorting?.soort !== 'aanvulling') return undefined
  const t = texts(taal).inzending
  const said = new Map<string | null, InzendingVanBurger>(
    inzendingen.flatMap((one) => (isGezegd(one) ? one.aanvullingen.map(({ id }) => [id, one] as const) : [])),
  )
  const missing = zaak.aanvullingen.filter(({ id, ontvangenOp }) => id !== null && !ontvangenOp)
  const left = nogTeMelden(zaak, { inzendingen, today })
  // an aanvulling with a form is handed in by that form first
  const isSturen =
    left.length > 0 && (klaargezet > 0 || missing.some(({ id, formulier }) => !formulier && !said.has(id)))
  const [terug] = missing.flatMap(({ id }) => said.get(id)?.terugTeNemenTot ?? []).toSorted((a, b) => +b - +a)
  return {
    isGemeld: ({ id }) => said.has(id),
    perAanvulling(aanvulling) {
      const inzending = aanvulling.id && said.get(aanvulling.id)
      return (
        inzending && (
          <span className="zb-gevraagd__gemeld">
            {gemeldText(inzending, gemachtigdeId, taal)} {t.nummer}{' '}
            <Link href={`#${inzendingId(inzending.nummer)}`}>
              <span className="zb-number">{inzending.nummer}</span>
            </Link>
          </span>
        )
      )
    },
    sturen: isSturen && (
      <>
        <DitDoetU voorWie={voorWie} taal={taal} />
        {klaargezet > 0 && <p className="zb-antwoord__uitleg">{sturen[taal].verder(klaargezet)}</p>}
        <p className="zb-gevraagd__sturen">
          <ButtonLink href={sturenPath(zaak.id)}>
            {klaargezet > 0 ? sturen[taal].naarVerder : sturen[taal].naarSturen}
          </ButtonLink>
        </p>
      </>
    ),
    terug: left.length === 0 && terug && <p className="zb-antwoord__uitleg">{t.terugTot(writtenTime(terug))}</p>,
    anders: [
      left.length > 0 && !isSturen && <Link href={sturenPath(zaak.id)}>{sturen[taal].naarSturen}</Link>,
      ...left.map((one) => (
        <Link key={one.id} href={gestuurdPath(zaak.id, [one])}>
          {t.gestuurd} <span lang="nl">{one.naam}</span>
        </Link>
      )),
      left.length > 1 && <Link href={gestuurdPath(zaak.id, left)}>{t.allesGestuurd}</Link>,
    ].filter(Boolean),
  }
}

function gemeldText({ bestanden, gemachtigdeId }: InzendingVanBurger, lezerId: string | null, taal: Taal): string {
  const isEigen = gemachtigdeId === lezerId
  if (bestanden.length > 0) return isEigen ? sturen[taal].gemeld : sturen[taal].gemeldDoorAnder
  return (isEigen ? texts(taal).inzending : namensTexts[taal]).gemeld
}
