import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import { PhoneLink } from '#lib/ui/text/page-message.tsx'
import { ingebrekeBrief, ingebrekeTexts } from '#lib/ui/texts/mijn/ingebreke.ts'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { loadZaak, titledByZaak } from '../load-zaak.ts'
import { TerugNaarZaak, ZaakHeading } from '../zaak-heading.tsx'
import { briefOf } from './brief.ts'
import '../zaak.css'

type Props = { params: Promise<{ zaakId: string }> }

export const generateMetadata = titledByZaak((taal) => `${ingebrekeTexts[taal].titel}:`)

/**
 * A model letter for the ingebrekestelling (Awb 4:17 lid 3), to sign and send. It is not an inzending: the
 * day of receipt decides the dwangsom. So it must not wait in our queue, and its proof stays outside our
 * systems.
 */
export default async function IngebrekePage({ params }: Props) {
  const { zaak } = await loadZaak((await params).zaakId)
  const taal = await currentTaal()
  const t = ingebrekeTexts[taal]
  const { GEMEENTE_NAAM: gemeente, GEMEENTE_TELEFOON: telefoon } = platformEnv()
  const now = publieksportaal().clock()
  const { magInGebreke } = antwoordOf(voortgang(zaak, dateInAmsterdam(now)), zaak, { taal, now })
  const { inleveren } = zaak.zaaktype
  return (
    <>
      <ZaakHeading zaak={zaak} titel={t.titel} taal={taal} />
      {magInGebreke ? (
        <>
          <Paragraph>{zaak.zaaktype.geenDwangsom ? t.uitlegBeroep : t.uitleg}</Paragraph>
          <TextList items={t.stappen} ordered />
          {inleveren && (
            <>
              <Heading level={2}>{t.waarheen}</Heading>
              <Paragraph>{inleveren[taal]}</Paragraph>
            </>
          )}
          <Paragraph>
            {t.niets} {t.bel.before} <PhoneLink number={telefoon} /> {t.bel.after}
          </Paragraph>
          <Heading level={2}>{t.brief}</Heading>
          {t.taal && <Paragraph>{t.taal}</Paragraph>}
          <Card className="zb-brief">
            <div lang="nl">
              {briefOf(zaak, gemeente).map((alinea) => (
                <Paragraph key={alinea}>{alinea}</Paragraph>
              ))}
              {ingebrekeBrief.invullen.map((regel) => (
                <Paragraph key={regel} className="zb-brief__regel">
                  {regel}
                </Paragraph>
              ))}
            </div>
          </Card>
        </>
      ) : (
        <Paragraph>{t.kanNiet}</Paragraph>
      )}
      <TerugNaarZaak zaakId={zaak.id} taal={taal} />
    </>
  )
}
