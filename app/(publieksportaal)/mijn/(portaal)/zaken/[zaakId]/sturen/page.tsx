import { MOST_BESTANDEN } from '#lib/contract/inzendingen.ts'
import { ACCEPT } from '#lib/platform/bestand/formaten.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { findReadyBestanden, type KlaargezetBestand, readyUntil } from '#lib/publieksportaal/bestand/ready-bestanden.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { nogTeMelden, terugTeNemenTot } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { BestandKiezer } from '#lib/ui/bestand/bestand-kiezer.tsx'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { grootte } from '#lib/ui/text/amounts.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { writtenMoment, writtenTime } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bestandsfoutTekst, sturen } from '#lib/ui/texts/mijn/sturen.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { DitDoetU, voorWie } from '../../../namens/dit-doet-u.tsx'
import { removeBestandAction, sendAanvullingenAction } from '../inzending-actions.ts'
import { loadZaak, titledByZaak } from '../load-zaak.ts'
import { bestandenPath, gestuurdPath, zaakPath } from '../paths.ts'
import { TerugNaarZaak, ZaakHeading } from '../zaak-heading.tsx'
import '../zaak.css'

const MB = 1024 * 1024

type Props = {
  params: Promise<{ zaakId: string }>
  /** the error and the aanvulling of a file that was refused without JavaScript */
  searchParams: Promise<{ fout?: string | string[]; bij?: string | string[] }>
}

export const generateMetadata = titledByZaak((taal) => `${sturen[taal].titel}:`)

/** The page where the citizen uploads files for each aanvulling and sends them together. */
export default async function SturenPage({ params, searchParams }: Props) {
  const { burgerId, zaak, inzendingen } = await loadZaak((await params).zaakId)
  const { fout, bij } = await searchParams
  const taal = await currentTaal()
  const t = sturen[taal]
  const ctx = publieksportaal()
  const { PUBLIEKSPORTAAL_BESTAND_MAX_MB: maxMb, PUBLIEKSPORTAAL_ZAAK_MAX_MB: zaakMaxMb } = ctx.env
  const now = ctx.clock()
  const tot = terugTeNemenTot(ctx, zaak, now)
  const bestanden = await findReadyBestanden(ctx, { burgerId, zaakId: zaak.id })
  const most = {
    file: maxMb * MB,
    files: MOST_BESTANDEN - bestanden.length,
    together: zaakMaxMb * MB - bestanden.reduce((sum, one) => sum + one.grootte, 0),
  }
  const asked = nogTeMelden(zaak, { inzendingen, today: dateInAmsterdam(now) })
  const left = asked.flatMap(({ id }) => zaak.aanvullingen.flatMap((one) => (one.id === id ? { ...one, id } : [])))
  const isSendable = ({ aanvulling, foutcode }: KlaargezetBestand) =>
    foutcode === null && left.some(({ id }) => id === aanvulling)
  const zonder = left.filter(({ id }) => !bestanden.some((one) => one.aanvulling === id && isSendable(one)))
  return (
    <>
      <ZaakHeading zaak={zaak} titel={t.titel} taal={taal} />
      {left.length === 0 ? (
        <>
          <Paragraph>{t.niets}</Paragraph>
          <TerugNaarZaak zaakId={zaak.id} taal={taal} />
        </>
      ) : (
        <div className="zb-sturen">
          <Paragraph>{t.intro}</Paragraph>
          <Paragraph>{t.grenzen(maxMb, zaakMaxMb)}</Paragraph>
          <Paragraph small soft>
            {t.bewaren}
          </Paragraph>
          {ctx.env.DEMO && (
            <Paragraph small>
              {t.demo} {/* no Link: it is a file */}
              <PlainLink href="/mijn/voorbeeld-plattegrond.pdf" download>
                {t.demoBestand}
              </PlainLink>
            </Paragraph>
          )}
          {left.map(({ id, naam, toelichting }) => (
            <section
              key={id}
              id={id}
              tabIndex={-1}
              className="zb-card zb-sturen__onderdeel"
              aria-labelledby={`naam-${id}`}
            >
              <Heading level={2} id={`naam-${id}`} lang="nl">
                {naam}
              </Heading>
              {toelichting && <Paragraph lang="nl">{toelichting}</Paragraph>}
              <Klaar
                zaakId={zaak.id}
                bestanden={bestanden.filter(({ aanvulling }) => aanvulling === id)}
                now={now}
                taal={taal}
              />
              {bij === id && <Alert type="error">{bestandsfoutTekst(String(fout), taal)}</Alert>}
              <BestandKiezer
                action={bestandenPath(zaak.id, id)}
                accept={ACCEPT}
                most={most}
                texts={{ ...t.kiezer, label: t.kiezer.label(naam), fout: t.fout }}
              />
            </section>
          ))}
          {zonder.length === left.length ? (
            <Paragraph>{t.nogNietsGekozen}</Paragraph>
          ) : (
            <PostForm
              action={sendAanvullingenAction}
              fields={{ zaakId: zaak.id, versie: zaak.versie }}
              className="zb-sturen__verstuur"
            >
              {zonder.length > 0 && (
                <Paragraph>
                  {t.nogNiets} <span lang="nl">{zonder.map(({ naam }) => naam).join(', ')}</span>.
                </Paragraph>
              )}
              <Paragraph>
                {t.uitleg} {tot ? t.terugnemen(writtenTime(tot)) : t.nietTerug}
              </Paragraph>
              <DitDoetU voorWie={await voorWie()} taal={taal} />
              <Button>{t.knop}</Button>
            </PostForm>
          )}
          <p className="zb-sturen__wacht">{t.wacht}</p>
          <Paragraph>
            {t.anders} <Link href={gestuurdPath(zaak.id, left)}>{t.andersLink}</Link>.{' '}
            <Link href={zaakPath(zaak.id)}>{texts(taal).zaak.terug}</Link>
          </Paragraph>
        </div>
      )}
    </>
  )
}

/** The uploaded files of one aanvulling, each with a remove button. */
function Klaar({
  zaakId,
  bestanden,
  now,
  taal,
}: {
  zaakId: string
  bestanden: KlaargezetBestand[]
  now: Date
  taal: Taal
}) {
  const t = sturen[taal]
  if (bestanden.length === 0) return null
  const tot = readyUntil(bestanden)
  return (
    <>
      <Heading level={3}>{t.klaar}</Heading>
      {tot && <Paragraph small>{t.tot(writtenMoment(tot, { now, taal }))}</Paragraph>}
      <ul className="zb-list zb-sturen__bestanden">
        {bestanden.map(({ id, naam, grootte: bytes, foutcode }) => (
          <li key={id} className="zb-line">
            <span className="zb-sturen__naam">
              <bdi>{naam}</bdi> {t.bestand(grootte(bytes, taal))}
              {foutcode && (
                <strong className="zb-sturen__fout">
                  {t.nietAangenomen} {bestandsfoutTekst(foutcode, taal)}
                </strong>
              )}
            </span>
            <PostForm action={removeBestandAction} fields={{ zaakId, bestand: id }}>
              <Button appearance="subtle">
                {t.haalWeg}
                <span className="zb-hidden"> {naam}</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </>
  )
}
