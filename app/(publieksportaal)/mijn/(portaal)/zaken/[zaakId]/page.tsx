import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { findReadyBestanden } from '#lib/publieksportaal/bestand/ready-bestanden.ts'
import { findNieuweDocumenten } from '#lib/publieksportaal/bewijs/record-opgehaald.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findInzendingen, findOpenVerzoek } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { nogTeMelden } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findDoorlooptijd } from '#lib/publieksportaal/sync/zaaksysteem-api.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { isGezienDoorGemachtigde } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { withZgwDocumenten } from '#lib/publieksportaal/zgw/with-zgw-documenten.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bewijs } from '#lib/ui/texts/mijn/bewijs.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { Acties, Antwoord } from '#lib/voortgang/antwoord.tsx'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { Tijdlijn } from '#lib/voortgang/tijdlijn.tsx'
import { stilstandOf, voortgang } from '#lib/voortgang/voortgang.ts'
import { beginLive } from '../../begin-live.ts'
import { LiveUpdates } from '../../live-updates.tsx'
import { toLiveZaak } from '../../live-zaak.tsx'
import { MijnMenu } from '../../mijn-menu.tsx'
import { voorWie } from '../../namens/dit-doet-u.tsx'
import { Besluiten } from './besluiten.tsx'
import { Documenten } from './documenten/documenten.tsx'
import { Duidelijkheid } from './duidelijkheid/duidelijkheid.tsx'
import { FocusTarget } from './focus-target.tsx'
import { GelezenForm } from './gelezen-form.tsx'
import { GezienMarker } from './gezien-marker.tsx'
import { Inzendingen } from './inzendingen.tsx'
import { GEWIJZIGD, ingebrekePath, ONBEREIKBAAR, TE_LAAT, zaakPath } from './paths.ts'
import { toMelden } from './to-melden.tsx'
import { Duur, ZaakFacts } from './zaak-facts.tsx'
import './zaak.css'

type Props = {
  params: Promise<{ zaakId: string }>
  searchParams: Promise<{
    [GEWIJZIGD]?: string | string[]
    [TE_LAAT]?: string | string[]
    [ONBEREIKBAAR]?: string | string[]
  }>
}

const findPage = cache(async (zaakId: string) => {
  const burger = await requireIngelogde()
  const { burgerId, gemachtigdeId, namens } = burger
  const ctx = publieksportaal()
  const taal = await currentTaal()
  const live = await beginLive(burger, taal)
  const found = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!found) return undefined
  const { zaak, onvolledig } = await withZgwDocumenten(ctx, found)
  const { versie, gezienVersie } = zaak
  const inzendingen = await findInzendingen(ctx, { burgerId, zaakId })
  const nieuweDocumenten = await findNieuweDocumenten(ctx, { burgerId, zaakId, namens: namens?.soort ?? null })
  const klaargezet = (await findReadyBestanden(ctx, { burgerId, zaakId })).length
  const isNieuw =
    versie > gezienVersie && !(namens && (await isGezienDoorGemachtigde(ctx, { burgerId, zaakId, versie })))
  const page = { burgerId, gemachtigdeId, namens: namens?.soort ?? null, taal, live }
  return { ...page, zaak, onvolledig, inzendingen, nieuweDocumenten, klaargezet, isNieuw }
})

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const page = await findPage((await params).zaakId)
  return { title: page?.zaak.omschrijving ?? texts(await currentTaal()).nietGevonden.titel }
}

export default async function ZaakPage({ params, searchParams }: Props) {
  const page = await findPage((await params).zaakId)
  if (!page) notFound()
  const {
    burgerId,
    gemachtigdeId,
    namens,
    taal,
    live,
    zaak,
    onvolledig,
    inzendingen,
    nieuweDocumenten,
    klaargezet,
    isNieuw,
  } = page
  const { [GEWIJZIGD]: gewijzigd, [TE_LAAT]: teLaat, [ONBEREIKBAAR]: gevraagd } = await searchParams
  const t = texts(taal)
  const now = publieksportaal().clock()
  const today = dateInAmsterdam(now)
  const stand = voortgang(zaak, today)
  // an event can close the zaak before the fetch that brings the einddatum; for an unknown status only the
  // einddatum tells
  const isOpen = !stand.afgerond && !zaak.einddatum
  const intrekking = isOpen ? findOpenVerzoek('intrekking', zaak, inzendingen) : undefined
  const wilIntrekken = intrekking !== undefined
  const nu = antwoordOf(stand, { ...zaak, wilIntrekken }, { taal, now })
  const vraag = findOpenVerzoek('vraag', zaak, inzendingen)
  const doorlooptijd = isOpen ? await findDoorlooptijd(publieksportaal(), zaak.zaaktype.identificatie) : null
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} />
      <Heading level={1} lang="nl">
        {zaak.omschrijving}
      </Heading>
      <Paragraph soft>
        {zaak.zaaktype.omschrijving[taal]} · <span className="zb-number">{zaak.identificatie}</span>
      </Paragraph>
      {gewijzigd === String(zaak.versie) && (
        // remounts for another versie, so that a new refusal takes the focus again
        <div key={zaak.versie} id={GEWIJZIGD} tabIndex={-1}>
          <FocusTarget id={GEWIJZIGD} />
          <Alert type="warning" role="alert" title={t.inzending.gewijzigd.titel}>
            {t.inzending.gewijzigd.uitleg}
          </Alert>
        </div>
      )}
      <Antwoord
        voortgang={stand}
        {...zaak}
        wilIntrekken={wilIntrekken}
        ingebrekePad={ingebrekePath(zaak.id)}
        melden={toMelden(zaak, { inzendingen, klaargezet, gemachtigdeId, voorWie: await voorWie(), taal, today })}
        taal={taal}
        now={now}
      />
      <div className="zb-split">
        <section>
          <Documenten
            zaak={zaak}
            onvolledig={onvolledig}
            nieuw={nieuweDocumenten}
            fout={gevraagd === 'druk' ? 'druk' : gevraagd === undefined ? undefined : 'onbereikbaar'}
            taal={taal}
            today={today}
          />
          <Heading level={2}>{t.zaak.waar}</Heading>
          <Tijdlijn {...zaak} stappen={stand.stappen} nu={nu} taal={taal} now={now} />
          <Besluiten besluiten={zaak.besluiten} zaaktype={zaak.zaaktype} taal={taal} today={today} />
          <Inzendingen
            zaakId={zaak.id}
            inzendingen={inzendingen}
            nogTeSturen={nogTeMelden(zaak, { inzendingen, today })}
            teLaat={typeof teLaat === 'string' ? teLaat : undefined}
            wacht={[intrekking, vraag].flatMap((asked) => asked?.nummer ?? [])}
            gemachtigdeId={gemachtigdeId}
            isBedrijf={namens === 'bedrijf'}
            taal={taal}
            now={now}
          />
          <Duidelijkheid zaak={zaak} burgerId={burgerId} taal={taal} now={now} />
        </section>
        <aside className="zb-split__aside" aria-label={t.zaak.gegevens}>
          <ZaakFacts
            zaak={zaak}
            stand={stand}
            nu={nu}
            phone={platformEnv().GEMEENTE_TELEFOON}
            taal={taal}
            today={today}
          />
          {doorlooptijd && (
            <Duur
              doorlooptijd={doorlooptijd}
              stilstand={stilstandOf(stand)}
              hoortUiterlijk={nu.hoortUiterlijk}
              taal={taal}
            />
          )}
          <Acties
            acties={[
              isOpen && !vraag && <Link href={`${zaakPath(zaak.id)}/vraag`}>{t.vraag.link}</Link>,
              isOpen && !intrekking && <Link href={`${zaakPath(zaak.id)}/intrekken`}>{t.intrekken.titel}</Link>,
              <Link key="bewijs" href={`${zaakPath(zaak.id)}/bewijs`}>
                {bewijs[taal].link}
              </Link>,
            ]}
          />
          <div>
            <Paragraph small soft>
              {t.zaak.gewijzigd(writtenMoment(zaak.bijgewerktOp, { now, taal }))}
            </Paragraph>
            <LiveUpdates {...live} zaken={[toLiveZaak(zaak, { taal, now })]} zaakId={zaak.id} />
          </div>
        </aside>
      </div>
      {isNieuw && (
        <>
          <GezienMarker zaakId={zaak.id} versie={zaak.versie} />
          <GelezenForm zaakId={zaak.id} versie={zaak.versie} namens={namens} texts={t.gelezen} />
        </>
      )}
    </>
  )
}
