import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Button } from '#lib/ui/form/button.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { Melden } from '#lib/voortgang/antwoord.tsx'
import { DitDoetU } from '../../namens/dit-doet-u.tsx'
import { reportAanvullingenAction } from './report-aanvullingen-action.ts'

type Gevraagd = ZaakVanBurger['aanvullingen'][number]

/** Where the citizen says what was sent: one by one, or all that is left at once. */
export function toMelden(
  zaak: ZaakVanBurger,
  {
    inzendingen,
    gemachtigdeId,
    voorWie,
    taal,
    today,
  }: {
    inzendingen: InzendingVanBurger[]
    /** who reads this for the burger; null for the burger himself */
    gemachtigdeId: string | null
    /** that burger, in words; null for the burger himself */
    voorWie: string | null
    taal: Taal
    today: string
  },
): Melden | undefined {
  const { opschorting } = zaak
  if (opschorting?.soort !== 'aanvulling') return undefined
  const t = texts(taal).inzending
  const said = new Map<string | null, InzendingVanBurger>(
    inzendingen.flatMap((one) => one.aanvullingen.map(({ id }) => [id, one] as const)),
  )
  const isOpen = opschorting.tot >= today
  const missing = zaak.aanvullingen.filter(({ id, ontvangenOp }) => id !== null && !ontvangenOp)
  const left = isOpen ? missing.filter(({ id }) => !said.has(id)) : []
  return {
    perAanvulling(aanvulling) {
      const inzending = aanvulling.id && said.get(aanvulling.id)
      if (inzending) {
        return (
          <span className="zb-gevraagd__gemeld">
            {(inzending.gemachtigdeId === gemachtigdeId ? t : namensTexts[taal]).gemeld} {t.nummer}{' '}
            <span className="zb-number">{inzending.nummer}</span>
          </span>
        )
      }
      return left.includes(aanvulling) ? (
        <GestuurdForm zaak={zaak} aanvullingen={[aanvulling]} text={t.gestuurd} isOne />
      ) : null
    },
    alles:
      left.length === 0 ? (
        isOpen && missing.length > 0 && <p className="zb-antwoord__uitleg">{t.allesGemeld}</p>
      ) : (
        <>
          <DitDoetU voorWie={voorWie} taal={taal} />
          {left.length > 1 && <GestuurdForm zaak={zaak} aanvullingen={left} text={t.allesGestuurd} />}
        </>
      ),
  }
}

/** Works without JavaScript. */
function GestuurdForm({
  zaak,
  aanvullingen,
  text,
  isOne = false,
}: {
  zaak: ZaakVanBurger
  aanvullingen: Gevraagd[]
  text: string
  /** says which, because a button like it stands beside others */
  isOne?: boolean
}) {
  return (
    <form action={reportAanvullingenAction} className="zb-gevraagd__melden">
      <input type="hidden" name="zaakId" value={zaak.id} />
      <input type="hidden" name="versie" value={zaak.versie} />
      {aanvullingen.map(({ id }) => (
        <input key={id} type="hidden" name="aanvulling" value={id ?? ''} />
      ))}
      <Button appearance="secondary">
        {text}
        {isOne && (
          <span className="zb-hidden" lang="nl">
            {` ${aanvullingen[0]?.naam}`}
          </span>
        )}
      </Button>
    </form>
  )
}
