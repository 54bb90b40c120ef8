import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { findReadyBestanden } from '#lib/publieksportaal/bestand/ready-bestanden.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { nogTeMelden, terugTeNemenTot } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { writtenTime } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { sturen } from '#lib/ui/texts/mijn/sturen.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { DitDoetU, voorWie } from '../../../namens/dit-doet-u.tsx'
import { reportAanvullingenAction } from '../inzending-actions.ts'
import { loadZaak, titledByZaak } from '../load-zaak.ts'
import { AANVULLING, sturenPath, zaakPath } from '../paths.ts'
import { TerugNaarZaak, ZaakHeading } from '../zaak-heading.tsx'

type Props = {
  params: Promise<{ zaakId: string }>
  searchParams: Promise<{ [AANVULLING]?: string | string[] }>
}

export const generateMetadata = titledByZaak((taal) => texts(taal).gestuurd.titel)

/** A confirmation page, so that a wrong press does not report anything as sent. */
export default async function GestuurdPage({ params, searchParams }: Props) {
  const { burgerId, zaak, inzendingen } = await loadZaak((await params).zaakId)
  const asked = [(await searchParams)[AANVULLING] ?? []].flat()
  const taal = await currentTaal()
  const { gestuurd: t } = texts(taal)
  const ctx = publieksportaal()
  const now = ctx.clock()
  const left = nogTeMelden(zaak, { inzendingen, today: dateInAmsterdam(now) }).filter(({ id }) => asked.includes(id))
  const tot = terugTeNemenTot(ctx, zaak, now)
  const { length: klaargezet } = await findReadyBestanden(ctx, { burgerId, zaakId: zaak.id })
  return (
    <>
      <ZaakHeading zaak={zaak} titel={t.titel} taal={taal} />
      {left.length === 0 ? (
        <>
          <Paragraph>{t.niets}</Paragraph>
          <TerugNaarZaak zaakId={zaak.id} taal={taal} />
        </>
      ) : (
        <PostForm action={reportAanvullingenAction} fields={{ zaakId: zaak.id, versie: zaak.versie }}>
          <Paragraph>{t.hierom}</Paragraph>
          <ul lang="nl">
            {left.map(({ id, naam }) => (
              <li key={id}>
                <strong>{naam}</strong>
                <input type="hidden" name="aanvulling" value={id} />
              </li>
            ))}
          </ul>
          <Paragraph>{t.uitleg}</Paragraph>
          <Paragraph>{tot ? t.terugnemen(writtenTime(tot)) : t.nietTerug}</Paragraph>
          <DitDoetU voorWie={await voorWie()} taal={taal} />
          {klaargezet > 0 && (
            <Alert type="warning">
              {sturen[taal].verder(klaargezet)} <Link href={sturenPath(zaak.id)}>{sturen[taal].naarVerder}</Link>
            </Alert>
          )}
          <div className="zb-buttons">
            <Button>{left.length === 1 ? t.knop : t.knopAlles}</Button>
            <ButtonLink appearance="subtle" href={zaakPath(zaak.id)}>
              {t.annuleren}
            </ButtonLink>
          </div>
        </PostForm>
      )}
    </>
  )
}
