import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { writtenMoment, writtenTime } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { FocusTarget } from './focus-target.tsx'
import { inzendingId } from './paths.ts'
import { takeBackAction } from './take-back-action.ts'
import './inzendingen.css'

/** What the citizen told about the zaak, each with its time and number. An answer leads to its own, which takes the focus. */
export function Inzendingen({
  zaakId,
  inzendingen,
  teLaat,
  wacht,
  gemachtigdeId: lezerId,
  isBedrijf,
  taal,
  now,
}: {
  zaakId: string
  inzendingen: InzendingVanBurger[]
  /** nummer of the one that the citizen wanted to take back too late */
  teLaat: string | undefined
  /** nummers of what waits for a behandelaar: an intrekking, a question */
  wacht: string[]
  /** who reads this for the burger; null for the burger himself */
  gemachtigdeId: string | null
  isBedrijf: boolean
  taal: Taal
  now: Date
}) {
  if (inzendingen.length === 0) return null
  const t = texts(taal).inzending
  const vanAnder = namensTexts[taal]
  return (
    <section className="zb-inzendingen">
      <Heading level={2}>{t.titel}</Heading>
      <ul>
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
              <Terugnemen zaakId={zaakId} inzending={inzending} isTeLaat={nummer === teLaat} taal={taal} now={now} />
              <Uitkomst {...inzending} taal={taal} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type OfInzending = { inzending: InzendingVanBurger; taal: Taal }

/** @param props.isEigen the reader said it himself */
function Gezegd({
  inzending: { soort, tekst, aanvullingen },
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
  return (
    <Paragraph>
      {said} <span lang="nl">{aanvullingen.map(({ naam }) => naam).join(', ')}</span>.
    </Paragraph>
  )
}

/** Where it can be taken back, that it was, or that it was wanted too late. */
function Terugnemen({
  zaakId,
  inzending: { nummer, terugTeNemenTot, teruggenomenOp },
  isTeLaat,
  taal,
  now,
}: OfInzending & { zaakId: string; isTeLaat: boolean; now: Date }) {
  const t = texts(taal).inzending.terugnemen
  if (teruggenomenOp) {
    return (
      <Paragraph>
        <strong>{t.gedaan(writtenMoment(teruggenomenOp, { now, taal }))}</strong>
      </Paragraph>
    )
  }
  if (terugTeNemenTot) {
    return (
      <PostForm action={takeBackAction}>
        <input type="hidden" name="zaakId" value={zaakId} />
        <input type="hidden" name="nummer" value={nummer} />
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

/** What turned out otherwise than the citizen may think. */
function Uitkomst({ soort, uitkomst, taal }: Pick<InzendingVanBurger, 'soort' | 'uitkomst'> & { taal: Taal }) {
  const t = texts(taal).inzending
  const text = new Map(Object.entries(soort === 'vraag' ? t.vraaguitkomst : t.uitkomst)).get(uitkomst ?? '')
  if (!text) return null
  return (
    <Paragraph>
      <strong>{text}</strong>
    </Paragraph>
  )
}

/** Who else did it than the reader. */
function doorWie(gemachtigdeId: string | null, isBedrijf: boolean): keyof (typeof namensTexts)['nl']['door'] {
  if (gemachtigdeId === null) return 'zelf'
  return isBedrijf ? 'collega' : 'gemachtigde'
}
