import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { writtenMoment, writtenTime } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
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
        {inzendingen
          .toReversed()
          .map(({ nummer, soort, tijdstip, aanvullingen, gemachtigdeId, uitkomst, ...terug }) => (
            <li key={nummer} id={inzendingId(nummer)} tabIndex={-1} className="zb-card">
              <FocusTarget id={inzendingId(nummer)} />
              <Paragraph>
                {t.ontvangen(writtenMoment(tijdstip, { now, taal }))} {t.nummer}{' '}
                <strong className="zb-number">{nummer}</strong>
              </Paragraph>
              {soort === 'intrekking' && (
                <Paragraph>
                  {(gemachtigdeId === lezerId ? t : vanAnder).intrekking} {wacht.includes(nummer) && t.wacht}
                </Paragraph>
              )}
              {soort === 'vraag' && (
                <>
                  <Paragraph>{(gemachtigdeId === lezerId ? t : vanAnder).vraag}</Paragraph>
                  <blockquote className="zb-inzendingen__vraag">{terug.tekst}</blockquote>
                  {wacht.includes(nummer) && <Paragraph>{t.vraagWacht}</Paragraph>}
                </>
              )}
              {soort === 'aanvulling' && (
                <Paragraph>
                  {(gemachtigdeId === lezerId ? t : vanAnder).aanvulling}{' '}
                  <span lang="nl">{aanvullingen.map(({ naam }) => naam).join(', ')}</span>.
                </Paragraph>
              )}
              {gemachtigdeId !== lezerId && <Paragraph>{vanAnder.door[doorWie(gemachtigdeId, isBedrijf)]}</Paragraph>}
              {terug.terugTeNemenTot && (
                <PostForm action={takeBackAction}>
                  <input type="hidden" name="zaakId" value={zaakId} />
                  <input type="hidden" name="nummer" value={nummer} />
                  <Paragraph>{t.terugnemen.kan(writtenTime(terug.terugTeNemenTot))}</Paragraph>
                  <Button appearance="secondary">{t.terugnemen.knop}</Button>
                </PostForm>
              )}
              {terug.teruggenomenOp && (
                <Paragraph>
                  <strong>{t.terugnemen.gedaan(writtenMoment(terug.teruggenomenOp, { now, taal }))}</strong>
                </Paragraph>
              )}
              {nummer === teLaat && !terug.terugTeNemenTot && !terug.teruggenomenOp && (
                <Alert type="warning" role="alert">
                  {t.terugnemen.teLaat}
                </Alert>
              )}
              {soort === 'vraag' && (uitkomst === 'closed' || uitkomst === 'requested_already') && (
                <Paragraph>
                  <strong>{t.vraagNiet}</strong>
                </Paragraph>
              )}
              {(soort !== 'vraag' || uitkomst === 'refused') && isTold(uitkomst) && (
                <Paragraph>
                  <strong>{t.uitkomst[uitkomst]}</strong>
                </Paragraph>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}

/** Who else did it than the reader. */
function doorWie(gemachtigdeId: string | null, isBedrijf: boolean): keyof (typeof namensTexts)['nl']['door'] {
  if (gemachtigdeId === null) return 'zelf'
  return isBedrijf ? 'collega' : 'gemachtigde'
}

/** What turned out otherwise than the citizen may think. */
function isTold(uitkomst: string | null): uitkomst is keyof Texts['inzending']['uitkomst'] {
  return uitkomst === 'no_longer_asked' || uitkomst === 'closed' || uitkomst === 'refused'
}
