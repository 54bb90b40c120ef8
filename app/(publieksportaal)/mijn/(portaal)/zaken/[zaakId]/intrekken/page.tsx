import type { Metadata } from 'next'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { fillDates, writtenMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { DitDoetU } from '../../../namens/dit-doet-u.tsx'
import { voorWie } from '../../../namens/voor-wie.ts'
import { loadVerzoek } from '../load-verzoek.ts'
import { zaakPath } from '../paths.ts'
import { ZaakHeading } from '../zaak-heading.tsx'
import { requestIntrekkingAction } from './request-intrekking-action.ts'

type Props = { params: Promise<{ zaakId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { zaak } = await loadVerzoek('intrekking', (await params).zaakId)
  return { title: `${texts(await currentTaal()).intrekken.titel}: ${zaak.omschrijving}` }
}

/** A page of its own, which says what it means, so that nobody withdraws by one wrong press. */
export default async function IntrekkenPage({ params }: Props) {
  const { zaak, asked } = await loadVerzoek('intrekking', (await params).zaakId)
  const taal = await currentTaal()
  const { intrekken: t, inzending } = texts(taal)
  const now = publieksportaal().clock()
  const datums = { fataleDatum: zaak.uiterlijkeEinddatum, bezwaardatum: null }
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
        <PostForm action={requestIntrekkingAction}>
          <Paragraph>{t.uitleg}</Paragraph>
          <ul>
            {t.gevolgen.map((gevolg) => (
              <li key={gevolg}>{gevolg}</li>
            ))}
          </ul>
          <Paragraph>{fillDates(zaak.zaaktype.intrekken?.[taal] ?? t.leges, datums, taal)}</Paragraph>
          <Paragraph>{t.vraag}</Paragraph>
          <DitDoetU voorWie={await voorWie()} taal={taal} />
          <input type="hidden" name="zaakId" value={zaak.id} />
          <input type="hidden" name="versie" value={zaak.versie} />
          <div className="zb-buttons">
            <Button>{t.knop}</Button>
            <ButtonLink appearance="subtle" href={zaakPath(zaak.id)}>
              {t.annuleren}
            </ButtonLink>
          </div>
        </PostForm>
      )}
      {(asked || zaak.einddatum) && (
        <Paragraph>
          <ButtonLink appearance="secondary" href={zaakPath(zaak.id)}>
            {t.terug}
          </ButtonLink>
        </Paragraph>
      )}
    </>
  )
}
