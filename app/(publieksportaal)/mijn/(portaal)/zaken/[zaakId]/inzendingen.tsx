import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import type { GestuurdeAanvulling } from '#lib/publieksportaal/inzending/record-inzending.ts'
import { isGezegd } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { grootte } from '#lib/ui/text/amounts.ts'
import { writtenMoment, writtenTime } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import { bestandsfoutTekst, sturen } from '#lib/ui/texts/mijn/sturen.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { FocusTarget } from './focus-target.tsx'
import { takeBackAction } from './inzending-actions.ts'
import { inzendingId } from './paths.ts'

/**
 * The citizen's inzendingen about the zaak, each with its time and number. The redirect after sending one
 * focuses it.
 */
export function Inzendingen({
  zaakId,
  inzendingen,
  nogTeSturen,
  teLaat,
  wacht,
  gemachtigdeId: lezerId,
  isBedrijf,
  taal,
  now,
}: {
  zaakId: string
  inzendingen: InzendingVanBurger[]
  /** aanvullingen not reported as sent; the newest aanvulling lists them */
  nogTeSturen: GestuurdeAanvulling[]
  /** nummer of the inzending that the citizen tried to take back too late */
  teLaat: string | undefined
  /** nummers of the inzendingen that wait for a behandelaar: an intrekking, a question */
  wacht: string[]
  /** the gemachtigde who reads this; null for the burger himself */
  gemachtigdeId: string | null
  isBedrijf: boolean
  taal: Taal
  now: Date
}) {
  if (inzendingen.length === 0) return null
  const t = texts(taal).inzending
  const vanAnder = namensTexts[taal]
  const laatste = inzendingen.findLast((one) => one.soort === 'aanvulling' && isGezegd(one))
  return (
    <section className="zb-inzendingen">
      <Heading level={2}>{t.titel}</Heading>
      <ul className="zb-list">
        {inzendingen.toReversed().map((inzending) => {
          const { nummer, tijdstip, gemachtigdeId } = inzending
          return (
            <li key={nummer} id={inzendingId(nummer)} tabIndex={-1} className="zb-card">
              <FocusTarget id={inzendingId(nummer)} />
              <Paragraph>
                {t.ontvangen(writtenMoment(tijdstip, { now, taal }))} {t.nummer}{' '}
                <strong className="zb-number">{nummer}</strong>
              </Paragraph>
              <Gezegd
                inzending={inzending}
                isEigen={gemachtigdeId === lezerId}
                wacht={wacht.includes(nummer)}
                taal={taal}
              />
              {gemachtigdeId !== lezerId && <Paragraph>{vanAnder.door[doorWie(gemachtigdeId, isBedrijf)]}</Paragraph>}
              {inzending === laatste && nogTeSturen.length > 0 && (
                <Paragraph>
                  {t.nogTeSturen} <span lang="nl">{nogTeSturen.map(({ naam }) => naam).join(', ')}</span>.
                </Paragraph>
              )}
              <Terugnemen zaakId={zaakId} inzending={inzending} isTeLaat={nummer === teLaat} taal={taal} now={now} />
              <Uitkomst {...inzending} taal={taal} now={now} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type OfInzending = { inzending: InzendingVanBurger; taal: Taal }

/** @param props.isEigen true when the viewer sent it */
function Gezegd({
  inzending: { soort, tekst, aanvullingen, bestanden },
  isEigen,
  wacht,
  taal,
}: OfInzending & { isEigen: boolean; wacht: boolean }) {
  const t = texts(taal).inzending
  const said = (isEigen ? t : namensTexts[taal])[soort]
  if (soort === 'intrekking') {
    return (
      <Paragraph>
        {said} {wacht && t.wacht}
      </Paragraph>
    )
  }
  if (soort === 'vraag') {
    return (
      <>
        <Paragraph>{said}</Paragraph>
        <blockquote className="zb-inzendingen__vraag">{tekst}</blockquote>
        {wacht && <Paragraph>{t.vraagWacht}</Paragraph>}
      </>
    )
  }
  const namen = <span lang="nl">{aanvullingen.map(({ naam }) => naam).join(', ')}</span>
  if (bestanden.length === 0) {
    return (
      <Paragraph>
        {said} {namen}.
      </Paragraph>
    )
  }
  return (
    <>
      <Paragraph>
        {isEigen ? sturen[taal].gestuurd : sturen[taal].gestuurdDoorAnder} {namen}.
      </Paragraph>
      <Bestanden bestanden={bestanden} taal={taal} />
    </>
  )
}

/** The names of the files, with hashes that prove their identity. */
function Bestanden({ bestanden, taal }: { bestanden: InzendingVanBurger['bestanden']; taal: Taal }) {
  const t = sturen[taal]
  return (
    <>
      <ul className="zb-inzendingen__bestanden">
        {bestanden.map(({ naam, grootte: bytes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and never change order
          <li key={index}>
            <bdi>{naam}</bdi> {t.bestand(grootte(bytes, taal))}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t.vingerafdruk}</summary>
        <dl className="zb-inzendingen__hashes">
          {bestanden.map(({ naam, sha256 }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <div key={index}>
              <dt>{naam}</dt>
              <dd>
                <code>{sha256}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

/** The button to take the inzending back, or the message that it was taken back or that this was too late. */
function Terugnemen({
  zaakId,
  inzending: { nummer, bestanden, terugTeNemenTot, teruggenomenOp },
  isTeLaat,
  taal,
  now,
}: OfInzending & { zaakId: string; isTeLaat: boolean; now: Date }) {
  const t = bestanden.length > 0 ? sturen[taal].neemTerug : texts(taal).inzending.terugnemen
  if (teruggenomenOp) {
    return (
      <Paragraph>
        <strong>{t.gedaan(writtenMoment(teruggenomenOp, { now, taal }))}</strong>
      </Paragraph>
    )
  }
  if (terugTeNemenTot) {
    return (
      <PostForm action={takeBackAction} fields={{ zaakId, nummer }}>
        <Paragraph>{t.kan(writtenTime(terugTeNemenTot))}</Paragraph>
        <Button appearance="secondary">{t.knop}</Button>
      </PostForm>
    )
  }
  if (!isTeLaat) return null
  return (
    <Alert type="warning" role="alert">
      {t.teLaat}
    </Alert>
  )
}

/** An outcome that differs from what the citizen may expect. */
function Uitkomst({
  soort,
  uitkomst,
  bestanden,
  teruggenomenOp,
  doorgegevenOp,
  foutcode,
  taal,
  now,
}: InzendingVanBurger & { taal: Taal; now: Date }) {
  const t = texts(taal).inzending
  if (bestanden.length > 0) {
    const { geweigerd, onderweg, aangekomen } = sturen[taal]
    if (teruggenomenOp) return null
    if (uitkomst === null) return <Paragraph>{onderweg}</Paragraph>
    if (!doorgegevenOp)
      return <Alert type="warning">{geweigerd(foutcode === null ? '' : bestandsfoutTekst(foutcode, taal))}</Alert>
    if (uitkomst !== 'no_longer_asked')
      return <Paragraph>{aangekomen(writtenMoment(doorgegevenOp, { now, taal }))}</Paragraph>
  }
  const text = new Map(Object.entries(soort === 'vraag' ? t.vraaguitkomst : t.uitkomst)).get(uitkomst ?? '')
  if (!text) return null
  return (
    <Paragraph>
      <strong>{text}</strong>
    </Paragraph>
  )
}

/** Tells whether the viewer, a colleague or a gemachtigde sent it. */
function doorWie(gemachtigdeId: string | null, isBedrijf: boolean): keyof (typeof namensTexts)['nl']['door'] {
  if (gemachtigdeId === null) return 'zelf'
  return isBedrijf ? 'collega' : 'gemachtigde'
}
