import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findOpenVerzoek } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { fillDates, writtenMoment } from '#lib/ui/text/dates.ts'
import { Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { DitDoetU, voorWie } from '../../../namens/dit-doet-u.tsx'
import { requestIntrekkingAction } from '../inzending-actions.ts'
import { loadZaak, titledByZaak } from '../load-zaak.ts'
import { zaakPath } from '../paths.ts'
import { TerugNaarZaak, ZaakHeading } from '../zaak-heading.tsx'

type Props = { params: Promise<{ zaakId: string }> }

export const generateMetadata = titledByZaak((taal) => `${texts(taal).intrekken.titel}:`)

/** A confirmation page that explains the consequences, so that a wrong press withdraws nothing. */
export default async function IntrekkenPage({ params }: Props) {
  const { zaak, inzendingen } = await loadZaak((await params).zaakId)
  const asked = findOpenVerzoek('intrekking', zaak, inzendingen)
  const taal = await currentTaal()
  const { intrekken: t, inzending } = texts(taal)
  const now = publieksportaal().clock()
  const datums = { fataleDatum: zaak.uiterlijkeEinddatumAfdoening, bezwaardatum: null }
  return (
    <>
      <ZaakHeading zaak={zaak} titel={t.titel} taal={taal} />
      {asked && (
        <Paragraph>
          {t.gevraagd(writtenMoment(asked.tijdstip, { now, taal }))} {inzending.nummer}{' '}
          <strong className="zb-number">{asked.nummer}</strong>.
        </Paragraph>
      )}
      {!asked && zaak.einddatum && <Paragraph>{t.afgerond}</Paragraph>}
      {!asked && !zaak.einddatum && (
        <PostForm action={requestIntrekkingAction} fields={{ zaakId: zaak.id, versie: zaak.versie }}>
          <Paragraph>{t.uitleg}</Paragraph>
          <TextList items={t.gevolgen} />
          <Paragraph>{fillDates(zaak.zaaktype.intrekken?.[taal] ?? t.leges, datums, taal)}</Paragraph>
          <Paragraph>{t.vraag}</Paragraph>
          <DitDoetU voorWie={await voorWie()} taal={taal} />
          <div className="zb-buttons">
            <Button>{t.knop}</Button>
            <ButtonLink appearance="subtle" href={zaakPath(zaak.id)}>
              {t.annuleren}
            </ButtonLink>
          </div>
        </PostForm>
      )}
      {(asked || zaak.einddatum) && <TerugNaarZaak zaakId={zaak.id} taal={taal} />}
    </>
  )
}
