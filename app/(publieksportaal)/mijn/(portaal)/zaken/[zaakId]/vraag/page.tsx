import { MOST_VRAAGTEKENS } from '#lib/contract/inzendingen.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findOpenVerzoek } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { PhoneLink } from '#lib/ui/text/page-message.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { DitDoetU, voorWie } from '../../../namens/dit-doet-u.tsx'
import { loadZaak, titledByZaak } from '../load-zaak.ts'
import { zaakPath } from '../paths.ts'
import { ZaakHeading } from '../zaak-heading.tsx'
import { VraagForm } from './vraag-form.tsx'

type Props = { params: Promise<{ zaakId: string }> }

export const generateMetadata = titledByZaak((taal) => `${texts(taal).vraag.titel}:`)

/** The page where a citizen asks the behandelaar a question: one open question at a time. */
export default async function VraagPage({ params }: Props) {
  const { zaak, inzendingen } = await loadZaak((await params).zaakId)
  const asked = findOpenVerzoek('vraag', zaak, inzendingen)
  const taal = await currentTaal()
  const { vraag: t, inzending, zaak: zaakTexts } = texts(taal)
  const now = publieksportaal().clock()
  const bel = (
    <Paragraph>
      {t.bel.before} <PhoneLink number={platformEnv().GEMEENTE_TELEFOON} /> {t.bel.after}
    </Paragraph>
  )
  return (
    <>
      <ZaakHeading zaak={zaak} titel={t.titel} taal={taal} />
      {!asked && !zaak.einddatum && (
        <>
          <Paragraph>{t.uitleg}</Paragraph>
          {bel}
          <DitDoetU voorWie={await voorWie()} taal={taal} />
          <VraagForm
            zaakId={zaak.id}
            most={MOST_VRAAGTEKENS}
            texts={{ veld: t.veld, hint: t.hint(MOST_VRAAGTEKENS), knop: t.knop, bezig: t.bezig }}
          />
        </>
      )}
      {asked && (
        <Paragraph>
          {t.gevraagd(writtenMoment(asked.tijdstip, { now, taal }))} {inzending.nummer}{' '}
          <strong className="zb-number">{asked.nummer}</strong>. {t.eerst}
        </Paragraph>
      )}
      {!asked && zaak.einddatum && <Paragraph>{t.afgerond}</Paragraph>}
      {(asked || zaak.einddatum) && bel}
      <Paragraph>
        <ButtonLink appearance="subtle" href={zaakPath(zaak.id)}>
          {zaakTexts.terug}
        </ButtonLink>
      </Paragraph>
    </>
  )
}
