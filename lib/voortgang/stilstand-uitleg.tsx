import type { ReactNode } from 'react'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { Uitleg } from './uitleg.tsx'
import type { Stilstand } from './voortgang.ts'

type Aanvulling = ZaakResource['aanvullingen'][number]

/** What stands beside each thing that is asked, and below them all. */
export type Melden = { perAanvulling: (aanvulling: Aanvulling) => ReactNode; alles: ReactNode }

type Props = {
  stilstand: Stilstand
  melden?: Melden | undefined
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}

/** Why the term stands still, since when, what ends it, and what the citizen must do for that. */
export function StilstandUitleg({ nietsTeDoen, ...props }: Props & { nietsTeDoen: boolean }) {
  if (props.stilstand.soort === 'aanvulling') return <AanvullingUitleg {...props} />
  const { stilstand, taal, today } = props
  const { vanaf, reden, eindigtVanzelf } = stilstand
  const t = texts(taal).antwoord
  const isOver = stilstand.tot < today
  const why = [nietsTeDoen && t.nietsTeDoen, t.opschorting.uitleg, reden && t.opschorting.reden(reden[taal])]
  const einde = eindigtVanzelf ? t.opschorting.afgesproken : t.opschorting.einde
  if (isOver && eindigtVanzelf)
    return <Uitleg text={t.opschorting.voorbij} datums={{ tot: stilstand.tot }} taal={taal} />
  return (
    <>
      <Uitleg text={why.filter(Boolean).join(' ')} datums={{ vanaf }} taal={taal} />
      <Uitleg text={einde} datums={{ tot: isOver ? null : stilstand.tot }} taal={taal} />
    </>
  )
}

/**
 * When its last day has passed, the term runs again by law (Awb 4:15), also before the zaaksysteem has said so. A term that had
 * passed before it was asked does not stand still.
 */
function AanvullingUitleg({ stilstand, melden, taal, today }: Props) {
  const t = texts(taal).antwoord.aanvulling
  const isOver = stilstand.tot < today
  return (
    <>
      <Uitleg text={isOver ? t.voorbij : t.stuur} datums={{ tot: stilstand.tot }} taal={taal} />
      <Gevraagd aanvullingen={stilstand.aanvullingen} melden={melden} taal={taal} />
      {melden?.alles}
      {!isOver && (
        <>
          <Uitleg text={t.gevolg} datums={{}} taal={taal} />
          {stilstand.staatStil && (
            <Uitleg text={`${t.uitleg} ${t.einde}`} datums={{ vanaf: stilstand.vanaf }} taal={taal} />
          )}
        </>
      )}
    </>
  )
}

/** What is asked, each with what stands beside it. */
export function Gevraagd({
  aanvullingen,
  melden,
  taal,
}: {
  aanvullingen: Aanvulling[]
  melden: Melden | undefined
  taal: Taal
}) {
  const t = texts(taal).antwoord.aanvulling
  return (
    <ul className="zb-gevraagd">
      {aanvullingen.map((aanvulling, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two things can have one name; they never move
        <li key={index}>
          <strong lang="nl">{aanvulling.naam}</strong>
          {aanvulling.toelichting && (
            <span lang="nl" className="zb-gevraagd__toelichting">
              {aanvulling.toelichting}
            </span>
          )}
          {aanvulling.formulier && !aanvulling.ontvangenOp && (
            <a className="utrecht-link utrecht-link--html-a" href={aanvulling.formulier}>
              {t.naarFormulier}
              <span className="zb-hidden">
                {' '}
                {t.voor} <span lang="nl">{aanvulling.naam}</span>
              </span>
            </a>
          )}
          {aanvulling.ontvangenOp ? (
            <span className="zb-gevraagd__gemeld">{t.binnen(writtenDate(aanvulling.ontvangenOp, taal))}</span>
          ) : (
            melden?.perAanvulling(aanvulling)
          )}
        </li>
      ))}
    </ul>
  )
}
